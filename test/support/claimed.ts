/** The scores that the public report of the samples claims where an officer enters them; item 13 does not apply there. */
export const CLAIMED = {
  scores: {
    "1": "5",
    "3": "4",
    "5": "4",
    "10": "8",
    "11": "20",
    "14": "5",
    "15": "5",
    "16": "0",
    "17": "0",
    "18": "0",
  },
  notApplicable: ["13"],
} as const;
