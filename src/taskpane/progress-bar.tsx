/** Fluent's bar as a part of its own. */
export { ProgressBar as default } from "@fluentui/react-components";
