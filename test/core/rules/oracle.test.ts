/**
 * Random rules over random tables against a slow, obvious evaluator written here: it shares nothing with the engine,
 * keeps every figure as a BigInt of millionths of a 元, and looks at each comparison by itself.
 */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bookOf, type Cell, type Column, COUNTIES, run } from "./book";

/** A cell as it is drawn: thousandths of the table's unit with a number format, nothing, or something unreadable. */
type Drawn =
  | { readonly kind: "figure"; readonly thousandths: number; readonly format: 0 | 2 | 3 }
  | { readonly kind: "nothing"; readonly mark: string | undefined }
  | { readonly kind: "bad" };

interface DrawnTable {
  readonly name: string;
  readonly unit: "万元" | "元";
  readonly rows: readonly {
    readonly county: string;
    readonly category: string;
    readonly cells: readonly Drawn[];
  }[];
  readonly totals: readonly (readonly Drawn[])[];
}

const COLUMNS = ["子", "丑", "寅"] as const;
const COUNTIES_DRAWN = ["轮台县", "和静县", "若羌县"];
const CATEGORIES = ["产业", "道路"];

const figure = (most: number): fc.Arbitrary<Drawn> =>
  fc.record({
    kind: fc.constant("figure" as const),
    // Mostly near each other, so that all bands come up.
    thousandths: fc.oneof(
      fc.integer({ min: -most, max: most }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 3 }).map((value) => value * 10),
    ),
    format: fc.constantFrom(0 as const, 2 as const, 3 as const),
  });
const drawn = (most: number): fc.Arbitrary<Drawn> =>
  fc.oneof(
    { weight: 20, arbitrary: figure(most) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("nothing" as const),
        mark: fc.constantFrom(undefined, "—", "无", "/"),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: "bad" as const }) },
  );

const table = (name: string): fc.Arbitrary<DrawnTable> =>
  fc.constantFrom(30, 5_000_000).chain((most) =>
    fc.record({
      name: fc.constant(name),
      unit: fc.constantFrom("万元" as const, "元" as const),
      rows: fc.array(
        fc.record({
          county: fc.constantFrom(...COUNTIES_DRAWN),
          category: fc.constantFrom(...CATEGORIES),
          cells: fc.tuple(drawn(most), drawn(most), drawn(most)),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      totals: fc.array(fc.tuple(drawn(most), drawn(most), drawn(most)), { maxLength: 2 }),
    }),
  );

function cellOf(one: Drawn): Cell {
  switch (one.kind) {
    case "figure": {
      const value = Number(`${one.thousandths}e-3`);
      return one.format === 0 ? value : { value, format: one.format === 2 ? "0.00" : "#,##0.000" };
    }
    case "nothing":
      return one.mark;
    case "bad":
      return { error: "#REF!" };
  }
}

function book(tables: readonly DrawnTable[]) {
  const columns: readonly Column[] = [
    { name: "县市", type: "key", dimension: COUNTIES.name },
    { name: "类", type: "text" },
    ...COLUMNS.map((name) => ({ name, type: "money" as const })),
  ];
  return bookOf(
    ...tables.map(({ name, unit, rows, totals }) => ({
      name,
      unit,
      columns,
      rows: rows.map(({ county, category, cells }) => [county, category, ...cells.map(cellOf)]),
      totals: totals.map((cells) => ["合计", undefined, ...cells.map(cellOf)]),
    })),
  );
}

// ---- the slow evaluator -------------------------------------------------------------------------------------------

/** Millionths of a 元. */
const YUAN = 1_000_000n;

interface Summed {
  value: bigint;
  /** 10^-d of each figure. */
  readonly steps: bigint[];
  stopped: boolean;
}

function unitOf({ unit }: DrawnTable): bigint {
  return unit === "万元" ? 10_000n * YUAN : YUAN;
}

function addFigure(sum: Summed, one: Drawn, of: DrawnTable, sign: bigint): void {
  if (one.kind === "bad") sum.stopped = true;
  if (one.kind !== "figure") return;
  sum.value += (sign * BigInt(one.thousandths) * unitOf(of)) / 1000n;
  let own = 3;
  if (one.thousandths % 10 === 0) own = 2;
  sum.steps.push(unitOf(of) / 10n ** BigInt(Math.max(own, one.format)));
}

type Term = { readonly sign: 1 | -1 } & (
  | { readonly kind: "bare"; readonly column: number }
  | { readonly kind: "sum"; readonly column: number; readonly category: string | undefined }
  | { readonly kind: "total"; readonly column: number; readonly printed: boolean }
);

interface Place {
  readonly row: number | undefined;
  readonly total: number | undefined;
  readonly county: string | undefined;
}

function sideValue(terms: readonly Term[], of: DrawnTable, place: Place): Summed {
  const sum: Summed = { value: 0n, steps: [], stopped: false };
  const rows = of.rows.filter(({ county }) => place.county === undefined || county === place.county);
  for (const term of terms) {
    const sign = BigInt(term.sign);
    const add = (one: Drawn | undefined): void => {
      if (one !== undefined) addFigure(sum, one, of, sign);
    };
    if (term.kind === "bare" && place.row !== undefined) add(of.rows[place.row]?.cells[term.column]);
    else if (term.kind === "bare" && place.county === undefined) {
      const one = of.totals[place.total ?? 0]?.[term.column];
      const blank = one?.kind === "nothing" && one.mark === undefined;
      if (blank && of.rows.some(({ cells }) => figureAt(cells[term.column]))) sum.stopped = true;
      add(one);
    } else if (term.kind === "bare") for (const row of rows) add(row.cells[term.column]);
    else if (term.kind === "sum") {
      for (const row of rows)
        if (term.category === undefined || row.category === term.category) add(row.cells[term.column]);
    } else if (of.totals.length === 0) {
      if (term.printed) sum.stopped = true;
      else for (const row of of.rows) add(row.cells[term.column]);
    } else {
      const one = of.totals[Math.min(place.total ?? 0, of.totals.length - 1)]?.[term.column];
      if (one?.kind === "nothing" && one.mark === undefined) sum.stopped = true;
      add(one);
    }
  }
  return sum;
}

function figureAt(one: Drawn | undefined): boolean {
  return one?.kind === "figure" && one.thousandths !== 0;
}

type Operator = "=" | "<=" | ">=" | "<" | ">" | "<>";

/** The verdict, by the words of the specification; undefined where it cannot be run. */
function verdictOf(left: Summed, operator: Operator, right: Summed, residueUnit: bigint): string | undefined {
  if (left.stopped || right.stopped) return undefined;
  const difference = left.value - right.value;
  const size = difference < 0n ? -difference : difference;
  const holds = {
    "=": size === 0n,
    "<=": difference <= 0n,
    ">=": difference >= 0n,
    "<": difference < 0n,
    ">": difference > 0n,
    "<>": size !== 0n,
  }[operator];
  if (holds) return "passed";
  if (operator === "<" || operator === ">" || operator === "<>") return "error";
  if (size * 10_000_000n < residueUnit) return "passed";
  const steps = [...left.steps, ...right.steps];
  const u = steps.reduce((sum, step) => sum + step, 0n);
  const coarsest = steps.reduce((most, step) => (step > most ? step : most), 0n);
  if (size > u || size > 10n * coarsest) return "error";
  return size * 2n <= u ? "notice" : "warning";
}

function written(terms: readonly Term[], table_: string): string {
  return terms
    .map((term, index) => {
      const column = `${table_}.${COLUMNS[term.column] ?? ""}`;
      const text =
        term.kind === "bare"
          ? column
          : term.kind === "sum"
            ? `求和(${column}${term.category === undefined ? "" : ` 当 ${table_}.类 = "${term.category}"`})`
            : `${term.printed ? "合计行" : "合计"}(${column})`;
      if (index === 0) return term.sign === 1 ? text : `-${text}`;
      return `${term.sign === 1 ? " + " : " - "}${text}`;
    })
    .join("");
}

const sign = fc.constantFrom(1 as const, -1 as const);
const column = fc.nat(2);
const bare = fc.record({ kind: fc.constant("bare" as const), column, sign });
const sum = fc.record({
  kind: fc.constant("sum" as const),
  column,
  sign,
  category: fc.option(fc.constantFrom(...CATEGORIES), { nil: undefined }),
});
const total = fc.record({ kind: fc.constant("total" as const), column, sign, printed: fc.boolean() });
const operator = fc.constantFrom<Operator>("=", "=", "=", "<=", ">=", "<", ">", "<>");
const terms = (...kinds: readonly fc.Arbitrary<Term>[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 3 });

/** The engine's outcomes: counts of passes and stops, verdicts with the difference in millionths of a 元. */
function engine(tables: readonly DrawnTable[], formula: string) {
  const result = run(book(tables), formula);
  return {
    passed: result.passed,
    notRun: result.notRun.length,
    failed: result.failed.map(({ verdict, difference, unit }) => {
      const scale = unit?.name === "万元" ? 10_000n * YUAN : YUAN;
      const [whole = "0", part = ""] = (difference ?? "0").replace("-", "").split(".");
      const size = (BigInt(whole + part) * scale) / 10n ** BigInt(part.length);
      return [verdict, (difference ?? "").startsWith("-") ? -size : size];
    }),
  };
}

function expected(
  comparisons: readonly { readonly left: Summed; readonly right: Summed }[],
  by: Operator,
  residueUnit: bigint,
) {
  const verdicts = comparisons.map(
    ({ left, right }) => [verdictOf(left, by, right, residueUnit), left.value - right.value] as const,
  );
  return {
    passed: verdicts.filter(([verdict]) => verdict === "passed").length,
    notRun: verdicts.filter(([verdict]) => verdict === undefined).length,
    failed: verdicts
      .filter(([verdict]) => verdict !== undefined && verdict !== "passed")
      .map(([verdict, difference]) => [verdict, difference]),
  };
}

const RUNS = { numRuns: 500 };

test("row rules", () => {
  fc.assert(
    fc.property(table("甲"), terms(bare), operator, terms(bare), (one, left, by, right) => {
      const places: Place[] = [
        ...one.rows.map((_row, row) => ({ row, total: undefined, county: undefined })),
        ...one.totals.map((_row, at) => ({ row: undefined, total: at, county: undefined })),
      ];
      const comparisons = places.map((place) => ({
        left: sideValue(left, one, place),
        right: sideValue(right, one, place),
      }));
      const formula = `${written(left, "甲")} ${by} ${written(right, "甲")}`;
      expect(engine([one], formula)).toEqual(expected(comparisons, by, unitOf(one)));
    }),
    RUNS,
  );
});

test("rules on a whole table or two", () => {
  fc.assert(
    fc.property(
      table("甲"),
      table("乙"),
      terms(sum, total),
      operator,
      terms(sum, total),
      (one, other, left, by, right) => {
        const totals = (side: readonly Term[]): readonly Term[] =>
          side.filter(({ kind }) => kind === "total");
        const has = (side: readonly Term[], of: DrawnTable): number =>
          totals(side).length > 0 ? of.totals.length : 0;
        const asksEach = [...left, ...right].some((term) => term.kind === "total" && term.printed);
        const seen = new Set<string>();
        const comparisons: { readonly left: Summed; readonly right: Summed }[] = [];
        for (let at = 0; at < Math.max(1, has(left, one), has(right, other)); at += 1) {
          const place = { row: undefined, total: at, county: undefined };
          // TOTAL alone asks for what the table says its total is: rows that say the same are one.
          const said = [
            ...totals(left).map((term) => sideValue([term], one, place)),
            ...totals(right).map((term) => sideValue([term], other, place)),
          ].map((sum) => (sum.stopped ? "?" : String(sum.value)));
          if (!asksEach && seen.has(said.join("|"))) continue;
          seen.add(said.join("|"));
          comparisons.push({ left: sideValue(left, one, place), right: sideValue(right, other, place) });
        }
        const formula = `${written(left, "甲")} ${by} ${written(right, "乙")}`;
        const finest = unitOf(one);
        expect(engine([one, other], formula)).toEqual(expected(comparisons, by, finest));
      },
    ),
    RUNS,
  );
});

test("rules for each county", () => {
  fc.assert(
    fc.property(
      table("甲"),
      table("乙"),
      terms(bare),
      operator,
      terms(sum),
      (one, other, left, by, right) => {
        const counties = [...new Set(one.rows.map(({ county }) => county))];
        const comparisons = counties.map((county) => {
          const place = { row: undefined, total: undefined, county };
          return { left: sideValue(left, one, place), right: sideValue(right, other, place) };
        });
        const formula = `每个 县市：${written(left, "甲")} ${by} ${written(right, "乙")}`;
        const finest = unitOf(one);
        expect(engine([one, other], formula)).toEqual(expected(comparisons, by, finest));
      },
    ),
    RUNS,
  );
});

test("sums beyond the safe integers stay exact, in whatever order", () => {
  const large = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });
  fc.assert(
    fc.property(fc.array(large, { minLength: 2, maxLength: 40 }), (amounts) => {
      const columns: readonly Column[] = [{ name: "额", type: "money" }];
      const drawnTable = (rows: readonly number[]) => ({
        name: "表",
        columns,
        rows: rows.map((value) => [value * 1000]),
        totals: [[undefined]],
      });
      const sums = [amounts, [...amounts].reverse()].map(
        (order) => run(bookOf(drawnTable(order)), "求和(表.额) <> 求和(表.额)").failed[0]?.left.value,
      );
      expect(sums).toEqual([String(exactSum(amounts)), String(exactSum(amounts))]);
    }),
  );
});

function exactSum(amounts: readonly number[]): bigint {
  return amounts.reduce((sumSoFar, value) => sumSoFar + BigInt(value) * 1000n, 0n);
}
