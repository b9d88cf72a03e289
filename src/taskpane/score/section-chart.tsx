/** Score against maximum by section, drawn as bars with their figures; a table for a screen reader. */
import { makeStyles, tokens } from "@fluentui/react-components";
import Decimal from "decimal.js";
import type { ReactNode } from "react";
import type { Score, ScoreItem } from "../../core/scoring/score";
import { PANE_TEXTS as T } from "../../texts/pane";
import { useSay } from "../language";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
  name: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
    paddingInlineEnd: "8px",
  },
  bar: { width: "100%" },
  track: {
    display: "block",
    height: "10px",
    borderRadius: "5px",
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    forcedColorAdjust: "none",
  },
  fill: { display: "block", height: "100%", backgroundColor: tokens.colorBrandBackground },
  figure: {
    textAlign: "end",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    paddingInlineStart: "8px",
  },
});

export function SectionChart({ score }: { readonly score: Score }): ReactNode {
  const styles = useStyles();
  const say = useSay();
  return (
    <table className={styles.table} aria-label={say(T.chart)}>
      <tbody>
        {sectionsOf(score.items).map(({ id, name, points, max }) => (
          <tr key={id}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            <td className={styles.bar} aria-hidden="true">
              <span className={styles.track}>
                <span
                  className={styles.fill}
                  style={{ width: `${max.isZero() ? 0 : points.div(max).times(100).toNumber()}%` }}
                />
              </span>
            </td>
            <td className={styles.figure}>
              {points.toFixed()} / {max.toFixed()}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly points: Decimal;
  readonly max: Decimal;
}

function sectionsOf(items: readonly ScoreItem[]): readonly Section[] {
  const sections = new Map<string, Section>();
  for (const item of items) {
    if (item.status === "not-applicable") continue;
    const before = sections.get(item.section);
    sections.set(item.section, {
      id: item.section,
      name: item.sectionName,
      points: (before?.points ?? new Decimal(0)).plus(item.score ?? 0),
      max: (before?.max ?? new Decimal(0)).plus(item.max),
    });
  }
  return [...sections.values()];
}
