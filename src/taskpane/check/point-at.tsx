/** Where the officer says which place a table has: the selection in Excel; in a file a candidate or an address. */
import { Button, Field, Input, Link, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { UnplacedTable } from "../../core/placed";
import { areaName, parseAddress } from "../../core/workbook/address";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";

const useStyles = makeStyles({
  ways: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "6px", width: "100%" },
  candidate: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "8px" },
  address: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 76px auto",
    gap: "6px",
    width: "100%",
    alignItems: "end",
  },
  narrow: { minWidth: 0, width: "100%" },
  inner: { minWidth: 0, width: "100%" },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

export function PointAt(props: {
  readonly job: Job;
  readonly table: UnplacedTable;
  readonly sheets: readonly string[];
}): ReactNode {
  const { job, table, sheets } = props;
  const { bench } = useSyncExternalStore(job.subscribe, job.state);
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.ways}>
      {table.candidates.map((place) => {
        const name = `${place.sheet}!${areaName(place)}`;
        return (
          <div key={name} className={styles.candidate}>
            <Link as="button" onClick={() => void job.locate(place)}>
              {name}
            </Link>
            <Button
              size="small"
              aria-label={say(T.candidate(name))}
              onClick={() => void job.pointAt(table.id, place)}
            >
              {say(T.pointHere)}
            </Button>
          </div>
        );
      })}
      {bench?.live !== undefined ? (
        <Button size="small" title={say(T.pointAt)} onClick={() => void job.pointAt(table.id)}>
          {say(T.pointShort)}
        </Button>
      ) : (
        <Address job={job} table={table} sheets={sheets} />
      )}
    </div>
  );
}

function Address(props: {
  readonly job: Job;
  readonly table: UnplacedTable;
  readonly sheets: readonly string[];
}): ReactNode {
  const { job, table, sheets } = props;
  const [sheet, setSheet] = useState(table.candidates[0]?.sheet ?? sheets[0] ?? "");
  const [cell, setCell] = useState("");
  const [refused, setRefused] = useState(false);
  const styles = useStyles();
  const say = useSay();
  const use = (): void => {
    const place = parseAddress(cell);
    if (place === undefined) {
      setRefused(true);
      return;
    }
    void job.pointAt(table.id, { ...place, sheet: place.sheet === "" ? sheet : place.sheet });
  };
  return (
    <>
      <Text size={200}>{say(T.pointHint)}</Text>
      <div className={styles.address}>
        <Field label={say(T.pointSheet)} size="small" className={styles.narrow}>
          <Select
            size="small"
            value={sheet}
            className={styles.narrow}
            select={{ className: styles.inner }}
            onChange={(_event, data) => setSheet(data.value)}
          >
            {sheets.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <Field label={say(T.pointCell)} size="small" className={styles.narrow}>
          <Input
            size="small"
            value={cell}
            placeholder="A3"
            className={styles.narrow}
            input={{ className: styles.inner }}
            aria-invalid={refused}
            onChange={(_event, data) => {
              setCell(data.value);
              setRefused(false);
            }}
            onKeyDown={(event) => event.key === "Enter" && use()}
          />
        </Field>
        <Button size="small" onClick={use}>
          {say(T.pointHere)}
        </Button>
      </div>
      {refused && (
        <Text size={200} role="alert" className={styles.bad}>
          {say(T.pointBad)}
        </Text>
      )}
    </>
  );
}
