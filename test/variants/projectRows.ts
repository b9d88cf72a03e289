/** The rows of the project table: counties together or mixed, merged names and amounts, subtotals. */
import { whole } from "./exact";
import { cellsOf, type Facts } from "./facts";
import type { Random } from "./random";
import type { RowChoices } from "./rows";
import type { Column, Row } from "./table";
import { sumBySource, sumOf, type World } from "./world";

/** A row a project, and those that stand between them. */
export function projectRows(
  random: Random,
  world: World,
  columns: readonly Column[],
  choices: RowChoices,
): Row[] {
  const rows: Row[] = [];
  let sequence = 0;
  const factsOf = (items: readonly World["projects"][number][]): Facts => {
    const amounts = sumBySource(items.map((item) => item.amounts));
    return { ...amounts, total: sumOf(amounts), spent: items.reduce((sum, item) => sum + item.spent, 0n) };
  };
  let merged = choices.mergedProject ? 1 : 0;
  for (const county of choices.order) {
    const items = world.projects.filter((project) => project.county === county);
    const name = choices.names[county] ?? "";
    const own: Row[] = [];
    for (const item of items) {
      sequence += 1;
      const facts: Facts = {
        ...factsOf([item]),
        sequence,
        countyName: name,
        township: item.township,
        village: item.village,
        name: name + item.township + item.village + item.name,
        category: item.category,
        started: item.started,
        completed: item.completed,
        done: item.done ? "是" : "否",
        target: "是",
      };
      const row: Row = { role: "data", county, cells: cellsOf("projects", columns, facts) };
      own.push(row);
      if (merged > 0 && random.chance(0.4)) {
        merged -= 1;
        const below = cellsOf("projects", columns, {
          countyName: name,
          township: item.township,
          village: "第20村",
        });
        row.mergeDown = {};
        for (const column of columns) {
          if (["countyName", "township", "village"].includes(column.id) || column.kind === "blank") continue;
          row.mergeDown[column.id] = 1;
          below[column.id] = { kind: "covered" };
        }
        own.push({ role: "continuation", county, cells: below });
      }
    }
    if (choices.mergedCounty && own.length > 1) {
      const first = own[0];
      if (first !== undefined) first.mergeDown = { ...first.mergeDown, countyName: own.length - 1 };
      for (const row of own.slice(1)) row.cells.countyName = { kind: "covered" };
    }
    rows.push(...own);
    if (choices.subtotals) {
      const spread = random.chance(0.5);
      const label: Facts = spread ? { countyName: name, name: "小计" } : { countyName: `${name}小计` };
      rows.push({
        role: "subtotal",
        parts: own,
        cells: cellsOf("projects", columns, { ...factsOf(items), ...label }),
      });
    }
  }
  if (!choices.mixed || choices.subtotals || choices.mergedCounty) return rows;
  const projects = rows.filter((row) => row.role === "data");
  return random.shuffled(projects).flatMap((row, at) => {
    const sequence = row.cells.sequence;
    if (sequence?.kind === "figure") sequence.value = whole(at + 1);
    const next = rows[rows.indexOf(row) + 1];
    return next?.role === "continuation" ? [row, next] : [row];
  });
}
