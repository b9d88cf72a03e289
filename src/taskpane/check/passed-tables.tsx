/** The tables that were recognised, each leading to its place; those the officer pointed at can be left again. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Evaluation } from "../../core/evaluate";
import { areaName } from "../../core/workbook/address";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";
import { PointAt } from "./point-at";

const useStyles = makeStyles({
  view: {
    overflowY: "auto",
    minHeight: 0,
    flexGrow: 1,
    padding: "8px 12px 16px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    overflowWrap: "anywhere",
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  table: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "2px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PassedTables(props: { readonly job: Job; readonly evaluation: Evaluation }): ReactNode {
  const { job, evaluation } = props;
  const styles = useStyles();
  const say = useSay();
  const optional = evaluation.unplaced.filter(
    ({ required, candidates }) => !required && candidates.length === 0,
  );
  return (
    <section className={styles.view} aria-label={say(T.tables(evaluation.tables.length))}>
      <Text weight="semibold">{say(T.tables(evaluation.tables.length))}</Text>
      <ul className={styles.list}>
        {evaluation.tables.map((table) => (
          <li key={table.id} className={styles.table}>
            <Link as="button" onClick={() => void job.locate(table.place)}>
              {table.label} · {table.place.sheet}!{areaName(table.place)}
            </Link>
            <Text size={200} className={styles.quiet}>
              {[say(T.rows(table.rows)), ...(table.unit === "" ? [] : [table.unit])].join(" · ")}
              {table.id in evaluation.answers.tables && ` · ${say(T.pointed)}`}
            </Text>
            {table.id in evaluation.answers.tables && (
              <Button size="small" onClick={() => void job.unpoint(table.id)}>
                {say(T.unpoint)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {optional.length > 0 && (
        <>
          <Text weight="semibold">{say(T.openTables)}</Text>
          <ul className={styles.list}>
            {optional.map((table) => (
              <li key={table.id} className={styles.table}>
                <Text>{table.label}</Text>
                <PointAt job={job} table={table} sheets={evaluation.sheets} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
