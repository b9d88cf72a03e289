/** One finding: its sentence, both sides, and the ways on. */
import {
  Badge,
  Button,
  Link,
  makeStyles,
  Text,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import {
  CommentEditRegular,
  CopyRegular,
  LocationRegular,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import { type ReactNode, useState } from "react";
import type { Finding, Severity, Side } from "../../core/checks/finding";
import { generalHelp } from "../../core/help";
import { areaName, type SheetArea } from "../../core/workbook/address";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";

const useStyles = makeStyles({
  card: {
    margin: "4px 12px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: "4px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    overflowWrap: "anywhere",
  },
  error: { borderInlineStartColor: tokens.colorPaletteRedBorderActive },
  warning: { borderInlineStartColor: tokens.colorPaletteMarigoldBorderActive },
  notice: { borderInlineStartColor: tokens.colorBrandStroke1 },
  top: { display: "flex", gap: "6px", alignItems: "baseline" },
  sides: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: "8px",
    rowGap: "2px",
    fontSize: tokens.fontSizeBase200,
  },
  figure: { fontVariantNumeric: "tabular-nums" },
  help: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "6px 8px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px", marginInlineStart: "-6px" },
});

const COLOURS = { error: "danger", warning: "warning", notice: "informative" } as const;

export function FindingCard(props: {
  readonly job: Job;
  readonly finding: Finding;
  readonly onExplain: () => void;
}): ReactNode {
  const { job, finding, onExplain } = props;
  const [helping, setHelping] = useState(false);
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  const styles = useStyles();
  const say = useSay();
  const { cell } = finding;
  const help = helpFor(finding, job);
  const names: Record<Severity, string> = {
    error: say(T.error),
    warning: say(T.warning),
    notice: say(T.notice),
  };
  const restore = useRestoreFocusTarget();
  return (
    <article className={`${styles.card} ${styles[finding.severity]}`}>
      <div className={styles.top}>
        <Badge color={COLOURS[finding.severity]} shape="rounded" size="small">
          {names[finding.severity]}
        </Badge>
        {cell !== undefined && <Text size={200}>{cell.sheet}</Text>}
      </div>
      <Text>{finding.message}</Text>
      {finding.left !== undefined && finding.right !== undefined && (
        <div className={styles.sides}>
          <SideView label={say(T.left)} side={finding.left} job={job} />
          <SideView label={say(T.right)} side={finding.right} job={job} />
          {finding.difference !== undefined && (
            <>
              <span>{say(T.difference)}</span>
              <span>
                <b className={styles.figure}>{finding.difference}</b> {finding.unit}
                {finding.tolerance !== undefined && ` · ${say(T.tolerance)} ${finding.tolerance}`}
              </span>
            </>
          )}
        </div>
      )}
      {finding.explanation !== undefined && (
        <Text size={200} italic>
          {say(T.explanation)}：{finding.explanation}
        </Text>
      )}
      {finding.formerExplanation !== undefined && (
        <Text size={200}>{say(T.former(finding.formerExplanation))}</Text>
      )}
      {helping && help !== undefined && (
        <div className={styles.help}>
          <Text size={200} weight="semibold">
            {help.name}
          </Text>
          <Text size={200}>{help.help}</Text>
          {help.meaning.map((meaning) => (
            <Text key={meaning} size={200}>
              {say(T.meaning)}：{meaning}
            </Text>
          ))}
        </div>
      )}
      <div className={styles.actions}>
        {cell !== undefined && (
          <Button
            size="small"
            appearance="subtle"
            icon={<LocationRegular />}
            onClick={() => void job.locate(areaOfCell(cell))}
          >
            {say(T.locate)}
          </Button>
        )}
        <Button
          {...restore}
          size="small"
          appearance="subtle"
          icon={<CommentEditRegular />}
          onClick={onExplain}
        >
          {say(T.explain)}
        </Button>
        {help !== undefined && (
          <Button
            size="small"
            appearance="subtle"
            icon={<QuestionCircleRegular />}
            aria-expanded={helping}
            onClick={() => setHelping(!helping)}
          >
            {say(T.whatToDo)}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<CopyRegular />}
          onClick={() => {
            void copy(finding.message).then(setCopied);
          }}
        >
          {say(T.copy)}
        </Button>
        <output>
          {copied !== undefined && <Text size={200}>{say(copied ? T.copied : T.notCopied)}</Text>}
        </output>
      </div>
    </article>
  );
}

/** From the pack's own texts, else what is said of such findings in any pack. */
function helpFor(
  { rule }: Finding,
  job: Job,
): { readonly name: string; readonly help: string; readonly meaning: readonly string[] } | undefined {
  const { evaluation } = job.state();
  const known = evaluation?.rules.find(({ id }) => id === rule);
  if (known !== undefined) return known;
  const general = evaluation === undefined ? undefined : generalHelp(rule, evaluation.language);
  return general === undefined ? undefined : { ...general, meaning: [] };
}

/** The clipboard needs a secure page and leave; without them the text is there to be copied by hand. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function areaOfCell(cell: {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}): SheetArea {
  return { sheet: cell.sheet, top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
}

function SideView(props: { readonly label: string; readonly side: Side; readonly job: Job }): ReactNode {
  const { label, side, job } = props;
  const styles = useStyles();
  const [first] = side.cells;
  return (
    <>
      <span>{label}</span>
      <span>
        {side.label} <b className={styles.figure}>{side.value}</b>{" "}
        {first !== undefined && (
          <Link as="button" onClick={() => void job.locate(first)}>
            {first.sheet}!{areaName(first)}
            {side.cells.length > 1 ? " …" : ""}
          </Link>
        )}
      </span>
    </>
  );
}
