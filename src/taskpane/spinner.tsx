/** Fluent's spinner, with what it waits for below, as a part of its own. */
import { Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";

export default function LabelledSpinner({ label }: { readonly label: string }): ReactNode {
  return <Spinner label={label} labelPosition="below" />;
}
