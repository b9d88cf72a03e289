/** Number formats of cell styles: the file's own, and those that every Chinese Excel knows by number. */
import { readSmallXml } from "./small-xml";

const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const HALF_DAY_MINUTES = '上午/下午h"时"mm"分"';
const HALF_DAY_SECONDS = '上午/下午h"时"mm"分"ss"秒"';

/** ECMA-376 part 1, 18.8.30: the numbers for all languages and those for zh-cn; 14 and 22 as Chinese Excel shows them. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"\\-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"\\-#,##0'],
  [7, '"¥"#,##0.00;"¥"\\-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy/m/d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  [27, YEAR_MONTH],
  [28, MONTH_DAY],
  [29, MONTH_DAY],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, HALF_DAY_MINUTES],
  [35, HALF_DAY_SECONDS],
  [36, YEAR_MONTH],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [41, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  [50, YEAR_MONTH],
  [51, MONTH_DAY],
  [52, YEAR_MONTH],
  [53, MONTH_DAY],
  [54, MONTH_DAY],
  [55, HALF_DAY_MINUTES],
  [56, HALF_DAY_SECONDS],
  [57, YEAR_MONTH],
  [58, MONTH_DAY],
]);

/** The format code of a number that needs no entry in the file; "General" for a number without one. */
export function builtInFormat(number: number): string {
  return builtInFormats.get(number) ?? "General";
}

/**
 * @param text of the styles part
 * @returns format code of each cell style (`cellXfs`), by its index
 */
export function readCellFormats(text: string, part: string): readonly string[] {
  const own = new Map<number, string>();
  const numbers: number[] = [];
  readSmallXml(text, part, {
    open: ({ local, attributes }, path) => {
      if (path.length !== 2 || path[0] !== "styleSheet") return;
      const number = Number(attributes.get("numFmtId") ?? 0);
      if (local === "numFmt" && path[1] === "numFmts")
        own.set(number, attributes.get("formatCode") ?? "General");
      else if (local === "xf" && path[1] === "cellXfs") numbers.push(number);
    },
  });
  return numbers.map((number) => own.get(number) ?? builtInFormat(number));
}
