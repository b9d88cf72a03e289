/**
 * What a pack is: everything that a notice prescribes, as data.
 * The JSON Schema in docs says the same; a pack from a file is validated against it before it becomes a Pack.
 */

export type Language = "zh-CN" | "en";

/** One text in both languages. */
export type Text = Readonly<Record<Language, string>>;

export interface Pack {
  /** Version of the pack format; a newer one than we know is refused. */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** Year that the notice evaluates, e.g. 2021; left out where the pack is for any year. */
  readonly year?: number;
  /** What the score form bears above its title where the notice numbers its attachments, e.g. 附件1. */
  readonly attachment?: Text;
  readonly sources: readonly Source[];
  readonly judgement: Judgement;
  readonly dimensions: readonly KeyDimension[];
  readonly tables: readonly TableSpec[];
  readonly checks: readonly CheckSpec[];
  readonly sections: readonly SectionSpec[];
  readonly indicators: readonly IndicatorSpec[];
  readonly scale: ScaleSpec;
  /** What of the notice is not known yet and is to be filled in; the score sheet says so. */
  readonly open?: readonly Text[];
  /** Forms, each read into some of the tables above. */
  readonly forms?: readonly FormSpec[];
  /** Facts that a narrative states, with the expression that gives the workbook's value. */
  readonly facts?: readonly FactSpec[];
}

/** Where a table, rule or criterion comes from. */
export interface Source {
  readonly title: string;
  /** Document number (文号) or address. */
  readonly reference: string;
  readonly year: number;
}

/** How equality is judged where a rule says nothing else. */
export interface Judgement {
  /** Least written precision by money unit where the cell has no fixed number format: {"万元": 2}. */
  readonly decimals: Readonly<Record<string, number>>;
  /** Least decimals of a rate as a fraction: 4. */
  readonly rateDecimals: number;
  /** Beyond this many units of the coarsest figure a difference is an error whatever the band: 10. */
  readonly cap: number;
  /** A year's working-day calendar that the notice's deadlines go by. */
  readonly calendar?: "cn";
}

/** A set of keys that tables share as rows or as columns: counties, sources of funds. */
export interface KeyDimension {
  /** Name as rules write it, e.g. "县市", "资金来源". */
  readonly name: string;
  readonly label: Text;
  /** "place": keys are places, whose short and full names are one. "members": only the keys named here. "text": any text. */
  readonly kind: "place" | "members" | "text";
  readonly members?: readonly {
    readonly name: string;
    readonly label: Text;
    readonly synonyms: readonly string[];
  }[];
  /** Words that add nothing to a member's name, as 财政 and 资金: names that differ in nothing else are one. */
  readonly fillers?: readonly string[];
}

/** "score": points, judged by the decimals that they are written with. */
export type ColumnType = "money" | "count" | "rate" | "score" | "date" | "days" | "text" | "key";

export interface TableSpec {
  readonly id: string;
  /** Name as rules write it, e.g. "投入". */
  readonly name: string;
  readonly label: Text;
  /** Words of a title or sheet name that speak for this table. */
  readonly titles: readonly string[];
  readonly columns: readonly ColumnSpec[];
  /** Columns that make up a row's key, for explanations and duplicates; ids of columns. */
  readonly key: readonly string[];
  /** A workbook without it gets `table.missing`. */
  readonly required: boolean;
  /** Unit of money columns where the table says none. */
  readonly unit?: string;
}

export interface ColumnSpec {
  readonly id: string;
  /** Name as rules write it, e.g. "到户". */
  readonly name: string;
  readonly label: Text;
  readonly type: ColumnType;
  /**
   * Header wordings, each a path from the top header down joined by "/", e.g. "资产原值其中/到户"; a wording
   * without "/" is the lowest header or the whole.
   */
  readonly headers: readonly string[];
  /** A workbook whose table lacks it gets `column.missing`. */
  readonly required: boolean;
  /** Unit of a count, e.g. "户". */
  readonly unit?: string;
  /**
   * type "key": the dimension whose keys the column holds. Type "text": the members that its answers stand for, as 是 for
   * √. Else: the dimension whose member this column is.
   */
  readonly dimension?: string;
  /** The member of `dimension` that this column is, e.g. "自治州". */
  readonly member?: string;
  /** Its column adds up to the 合计 row: `*` in a rule stands for these. */
  readonly additive?: boolean;
}

/**
 * A form: one project a form, labels left of or above their values; a workbook or a sheet may hold many. It is read
 * into tables of the pack, so that checks speak of them as of any table, once for each form.
 */
export interface FormSpec {
  readonly id: string;
  readonly label: Text;
  /** Words of a title that begin a form, e.g. "自评表". */
  readonly titles: readonly string[];
  /** Table of one row: the headers of its columns are labels on the form. */
  readonly record: string;
  /** Column of `record` that names a form, e.g. the project's name. */
  readonly name: string;
  /** Amounts where row labels cross column headers. */
  readonly grid: FormGrid;
  /** The indicators, one a row, below headers. */
  readonly list: FormList;
  /** Expression for the form's total as printed. */
  readonly total: string;
  /** Grades by total, best first. */
  readonly grades: readonly { readonly from: string; readonly label: Text }[];
  /** The grades are defaults of ours (†). */
  readonly assumed?: boolean;
}

export interface FormGrid {
  /** Table of one row: the row of the whole. */
  readonly table: string;
  /** Table of the rows that split it; its key column takes their labels. */
  readonly parts: string;
  /** Labels of the row of the whole, e.g. "年度资金总额". */
  readonly rows: readonly string[];
}

export interface FormList {
  /** Table of one row an indicator; its 合计 row is the form's total. */
  readonly table: string;
  /** Columns of the levels, first to last: a blank cell says the same as the one above. */
  readonly levels: readonly string[];
  /** Table of one row a first level: its key column takes the heading, `points` what the heading says it is worth. */
  readonly groups: { readonly table: string; readonly points: string };
  /** Labels of the row that ends the list, e.g. "总分". */
  readonly ends: readonly string[];
  /** Columns of the form's own table that take what that row says: which column of the list for each. */
  readonly totals: Readonly<Record<string, string>>;
  /**
   * Column that says whether `actual` reaches `target`: "是", "否", "疑否" where the target bears no sign, "不定" where
   * they cannot be compared. `lessIsBetter` are words of an indicator's levels.
   */
  readonly reached: {
    readonly column: string;
    readonly target: string;
    readonly actual: string;
    readonly lessIsBetter: readonly string[];
  };
  /** Column that says which grade an actual value in words claims; the first whose words it holds. */
  readonly claimed: {
    readonly column: string;
    readonly grades: readonly {
      readonly name: string;
      readonly words: readonly string[];
      readonly reached: boolean;
    }[];
  };
}

export interface CheckSpec {
  readonly id: string;
  readonly name: Text;
  /** One or more formulas of the rule language; each gives comparisons of its own. */
  readonly formulas: readonly string[];
  readonly level: "error" | "warning";
  /** Replaces the inferred tolerance u: an amount with unit, e.g. "0.05万元", or "0" for exact. */
  readonly tolerance?: string;
  /** What to do about a finding of this rule. */
  readonly help: Text;
  /** A default of ours that the notice may set otherwise (†). */
  readonly assumed?: boolean;
}

export interface SectionSpec {
  readonly id: string;
  readonly label: Text;
  /** How its scores enter the total. */
  readonly part: "base" | "bonus" | "deduction";
}

export interface IndicatorSpec {
  readonly no: string;
  readonly section: string;
  readonly label: Text;
  /** Maximum points, positive for deductions too. */
  readonly max: string;
  readonly mayNotApply?: boolean;
  /** Scoring criterion as the form prints it. */
  readonly criterion: Text;
  /** A default of ours that is to be checked against the notice (†). */
  readonly assumed?: boolean;
  /** What of it is not known yet and is to be filled in from the notice. */
  readonly open?: Text;
  readonly method: MethodSpec;
  /** Sentence for 完成情况 with {name} places, and the expressions behind them. */
  readonly facts?: { readonly sentence: Text; readonly values: Readonly<Record<string, string>> };
}

/** Name of a scoring method and its parameters; the registry of methods says which parameters and types it takes. */
export interface MethodSpec {
  readonly name: string;
  readonly [parameter: string]: unknown;
}

export interface ScaleSpec {
  /** What the base is scaled to: "100". */
  readonly base: string;
  readonly maxBonus: string;
  readonly maxDeduction: string;
  /** Decimals of each score and of the base. */
  readonly decimals: number;
}

/** A fact that a narrative states, e.g. 到位资金, and how it hangs together with other facts. */
export interface FactSpec {
  readonly id: string;
  readonly label: Text;
  /**
   * Phrases that name the fact: words before the figure; □ where words follow it (□个项目绩效目标); … for a few words
   * in between that hold none of `excludes`; …… for any words.
   */
  readonly phrases: readonly string[];
  /** Phrases too short to name it alone; they do right behind a figure of one of the facts `after`. */
  readonly short?: { readonly phrases: readonly string[]; readonly after: readonly string[] };
  /** Words that a … must not cover, since they would make it another fact. */
  readonly excludes?: readonly string[];
  /** Expression of the rule language that gives the workbook's value. */
  readonly value: string;
  /** Unit of the figures that can state it: "万元" for any money, "%" for a rate, else the counting unit itself. */
  readonly unit: string;
  /** Ids of facts that add up to it, each list complete. */
  readonly parts?: readonly (readonly string[])[];
  /** This rate is the quotient of two facts. */
  readonly quotient?: { readonly of: string; readonly over: string };
  /** This balance is what is left of a fact. */
  readonly difference?: { readonly of: string; readonly less: string };
  /** It is the same amount as another fact, under another name. */
  readonly same?: string;
  /** It is a part of another fact and not above it. */
  readonly outOf?: string;
  /** Every one of `outOf` is expected: less is told as a warning. */
  readonly all?: boolean;
}
