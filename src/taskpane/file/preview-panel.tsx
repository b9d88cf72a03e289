/** The cells behind a finding, where there is no Excel to show them in. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { areaName } from "../../core/workbook/address";
import { PANE_TEXTS as T } from "../../texts/pane";
import { useSay } from "../language";
import { REACHABLE } from "../reachable";
import type { Preview } from "../work/protocol";

const useStyles = makeStyles({
  panel: {
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    padding: "6px 12px 10px",
    maxHeight: "38vh",
    overflow: "auto",
    flexShrink: 0,
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: "2px 6px",
    maxWidth: "140px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  name: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  meant: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    outline: `2px solid ${tokens.colorPaletteMarigoldBorderActive}`,
  },
});

export default function PreviewPanel(props: {
  readonly preview: Preview;
  readonly onClose: () => void;
}): ReactNode {
  const { preview, onClose } = props;
  const styles = useStyles();
  const say = useSay();
  const place = `${preview.area.sheet}!${areaName(preview.area)}`;
  return (
    <section className={styles.panel} {...REACHABLE} aria-label={say(T.preview(place))}>
      <div className={styles.head}>
        <Text weight="semibold" size={200}>
          {place}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          aria-label={say(T.dismiss)}
          icon={<DismissRegular />}
          onClick={onClose}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={`${styles.cell} ${styles.name}`}>#</th>
            {preview.columns.map((name) => (
              <th key={name} scope="col" className={`${styles.cell} ${styles.name}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className={`${styles.cell} ${styles.name}`}>
                {row.name}
              </th>
              {row.cells.map(({ text, meant }, index) => (
                <td
                  key={preview.columns[index]}
                  title={text}
                  className={meant ? `${styles.cell} ${styles.meant}` : styles.cell}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
