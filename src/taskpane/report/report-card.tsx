/** One finding about the report: what does not agree, the sentences with their figures marked, the way to the cells. */
import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { LocationRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Severity } from "../../core/checks/finding";
import type { Quote, ReportFinding } from "../../core/narrative/finding";
import { areaName } from "../../core/workbook/address";
import { PANE_TEXTS } from "../../texts/pane";
import { REPORT_VIEW_TEXTS as T } from "../../texts/report-view";
import type { Job } from "../job";
import { useSay } from "../language";

const useStyles = makeStyles({
  card: {
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: "4px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    alignItems: "flex-start",
    overflowWrap: "anywhere",
  },
  error: { borderInlineStartColor: tokens.colorPaletteRedBorderActive },
  warning: { borderInlineStartColor: tokens.colorPaletteMarigoldBorderActive },
  notice: { borderInlineStartColor: tokens.colorBrandStroke1 },
  badges: { display: "flex", gap: "6px" },
  quote: {
    margin: 0,
    paddingInlineStart: "8px",
    borderInlineStartWidth: "2px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "pre-wrap",
  },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

const COLOURS = { error: "danger", warning: "warning", notice: "informative" } as const;
/** Letters kept on either side of the marked figures. */
const AROUND = 40;

export function ReportCard({
  job,
  finding,
}: {
  readonly job: Job;
  readonly finding: ReportFinding;
}): ReactNode {
  const styles = useStyles();
  const say = useSay();
  const names: Record<Severity, string> = {
    error: say(PANE_TEXTS.error),
    warning: say(PANE_TEXTS.warning),
    notice: say(PANE_TEXTS.notice),
  };
  const [area] = finding.right?.cells ?? [];
  return (
    <article className={`${styles.card} ${styles[finding.severity]}`}>
      <div className={styles.badges}>
        <Badge color={COLOURS[finding.severity]} shape="rounded" size="small">
          {names[finding.severity]}
        </Badge>
        {finding.confidence === "look" && (
          <Badge appearance="outline" shape="rounded" size="small">
            {say(T.look)}
          </Badge>
        )}
      </div>
      <Text>{finding.message}</Text>
      {finding.quotes.map((quote) => (
        <Sentence key={placeOf(quote)} quote={quote} />
      ))}
      {area !== undefined && (
        <Button
          size="small"
          appearance="subtle"
          icon={<LocationRegular />}
          onClick={() => void job.locate(area)}
        >
          {say(T.cell(`${area.sheet}!${areaName(area)}`))}
        </Button>
      )}
    </article>
  );
}

function placeOf({ spans }: Quote): string {
  return spans.map(({ paragraph, start }) => `${paragraph}:${start}`).join(" ");
}

/** The sentence from shortly before its first marked figure to shortly behind its last. */
function Sentence({ quote }: { readonly quote: Quote }): ReactNode {
  const styles = useStyles();
  const { text } = quote;
  const marks = [...quote.marks].sort((a, b) => a.start - b.start);
  const from = Math.max(0, (marks[0]?.start ?? 0) - AROUND);
  const to = Math.min(text.length, (marks.at(-1)?.end ?? text.length) + AROUND);
  const pieces: ReactNode[] = [];
  let at = from;
  for (const { start, end } of marks) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark key={start} className={styles.mark}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <blockquote className={styles.quote}>
      {from > 0 && "…"}
      {pieces}
      {text.slice(at, to)}
      {to < text.length && "…"}
    </blockquote>
  );
}
