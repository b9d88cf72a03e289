/** Attributes of a region that scrolls: the keyboard reaches it, so that its text can be read without a mouse. */
export const REACHABLE = { tabIndex: 0 } as const;
