// Worksheet functions that an add-in calls through `workbook.functions`.
import type { CellValue, Workbook } from "../model";
import type { Session } from "../session";
import { isHostObject } from "./arguments";
import {
  type Argument,
  defineClass,
  type HostObject,
  type Member,
  object,
  value,
  type ObjectOf,
} from "./member";
import { fullAddress, rangeTarget } from "./range";

const resultObject: ObjectOf<{ readonly value: CellValue }> = defineClass<{ readonly value: CellValue }>({
  className: "FunctionResult",
  members: {
    value: value("1.2", (result) => (typeof result.value === "object" ? null : result.value)),
    error: value("1.2", (result) => (typeof result.value === "object" ? result.value.error : null)),
  },
});

function argumentText(argument: Argument): string {
  if (isHostObject(argument)) {
    if (argument.className === "FunctionResult")
      return argumentText((argument.self as { readonly value: string }).value);
    return fullAddress(rangeTarget(argument));
  }
  if (typeof argument === "string") return `"${argument.replaceAll('"', '""')}"`;
  if (typeof argument === "boolean") return argument ? "TRUE" : "FALSE";
  return argument === null ? "" : JSON.stringify(argument);
}

/** Functions whose result is a day: counted from 1904 in such a workbook. */
const dayFunctions = ["DATE", "DATEVALUE", "TODAY", "EDATE", "EOMONTH", "WORKDAY"];

function evaluated(
  workbook: Workbook,
  name: string,
  args: readonly Argument[],
  session: Session,
): HostObject {
  session.settle();
  const given = args.flat() as readonly Argument[];
  const formula = `${name}(${given.map(argumentText).join(",").replace(/,+$/, "")})`;
  const result = session.calculator.evaluateText(workbook, formula) ?? { error: "#NAME?" };
  const day = typeof result === "number" && dayFunctions.includes(name) && workbook.date1904;
  return resultObject({ value: day ? result - 1462 : result });
}

/** Public name in Office.js and the function's name in a cell. */
const offered: Readonly<Record<string, string>> = {
  date: "DATE",
  datevalue: "DATEVALUE",
  year: "YEAR",
  month: "MONTH",
  day: "DAY",
  today: "TODAY",
  edate: "EDATE",
  eoMonth: "EOMONTH",
  sum: "SUM",
  round: "ROUND",
  text: "TEXT",
  countA: "COUNTA",
};

export const functionsObject: ObjectOf<Workbook> = defineClass<Workbook>({
  className: "Functions",
  members: Object.fromEntries(
    Object.entries(offered).map(([name, formula]): [string, Member<Workbook>] => [
      name,
      object("1.2", (workbook, args, session) => evaluated(workbook, formula, args, session)),
    ]),
  ),
});
