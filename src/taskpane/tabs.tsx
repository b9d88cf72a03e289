/** The way between the views. */
import { Tab, TabList } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PANE_TEXTS as T } from "../texts/pane";
import { REPORT_VIEW_TEXTS } from "../texts/report-view";
import { useSay } from "./language";

export type View = "check" | "score" | "report" | "settings";

export default function Tabs(props: {
  readonly view: View;
  readonly onView: (view: View) => void;
}): ReactNode {
  const say = useSay();
  return (
    <TabList
      selectedValue={props.view}
      size="small"
      onTabSelect={(_event, { value }) => {
        if (isView(value)) props.onView(value);
      }}
    >
      <Tab value="check">{say(T.tabCheck)}</Tab>
      <Tab value="score">{say(T.tabScore)}</Tab>
      <Tab value="report">{say(REPORT_VIEW_TEXTS.tab)}</Tab>
      <Tab value="settings">{say(T.tabSettings)}</Tab>
    </TabList>
  );
}

function isView(value: unknown): value is View {
  return value === "check" || value === "score" || value === "report" || value === "settings";
}
