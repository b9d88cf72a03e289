/** Runs a pack's checks over each form of a workbook; one form's failure never hides another's. */
import type { CheckCounts, CheckResult, Finding, NotRun } from "../checks/finding";
import { runChecks } from "../checks/run";
import { Decimal, plain } from "../figures/decimal";
import type { FormSpec, Language, Pack } from "../pack/pack";
import {
  compileExpression,
  compileFormula,
  createContext,
  evaluateExpression,
  type RuleContext,
  tablesOf,
} from "../rules/language";
import type { SheetArea } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { FORM_TEXTS } from "../../texts/forms";
import type { Form } from "./form";
import { formTables, readForms } from "./read";

/** One line of the list of all forms. */
export interface FormSummary {
  readonly id: string;
  readonly label: string;
  /** Name of its own in the workbook; findings carry it as `form`. */
  readonly key: string;
  /** What the form says it is called; "" where it says nothing. */
  readonly name: string;
  readonly place: SheetArea;
  /** As printed, plain decimal; undefined where the form has none. */
  readonly total: string | undefined;
  readonly grade: string | undefined;
  /** The grade goes by a default of ours (†). */
  readonly assumed: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

export interface FormsResult {
  readonly forms: readonly FormSummary[];
  readonly checks: CheckResult;
}

/** The part of a pack that is asked once for the workbook, and the part that is asked once for each form. */
export function splitPack(pack: Pack): { readonly book: Pack; readonly forms: Pack } {
  if (pack.forms === undefined) return { book: pack, forms: { ...pack, tables: [], checks: [] } };
  const ids = formTables(pack);
  const ofForms = new Set(
    pack.checks.filter(({ formulas }) =>
      formulas.some((formula) => {
        const compiled = compileFormula(formula, pack);
        return compiled.ok && tablesOf(compiled.value).some((id) => ids.has(id));
      }),
    ),
  );
  return {
    book: {
      ...pack,
      tables: pack.tables.filter(({ id }) => !ids.has(id)),
      checks: pack.checks.filter((check) => !ofForms.has(check)),
    },
    forms: {
      ...pack,
      tables: pack.tables.filter(({ id }) => ids.has(id)),
      checks: pack.checks.filter((check) => ofForms.has(check)),
    },
  };
}

/**
 * @param pack its part for forms, see `splitPack`
 * @param onForm called before each form; throws to cancel
 */
export function checkForms(
  workbook: WorkbookSnapshot,
  pack: Pack,
  language: Language,
  onForm: (done: number, of: number, name: string) => void,
): FormsResult {
  const forms = readForms(workbook, pack);
  const packs = new Map<string, Pack>();
  const results = forms.map((form, index) => {
    onForm(index, forms.length, form.key);
    const context = createContext(packFor(form, pack, packs), form.recognition, workbook);
    const checks = runChecks(context, { language });
    const findings = checks.findings.map(
      (finding): Finding => ({
        ...finding,
        form: form.key,
        key: { ...finding.key, row: `${form.key}|${finding.key.row}` },
      }),
    );
    return { form, checks: { ...checks, findings }, summary: summaryOf(form, context, findings, language) };
  });
  return {
    forms: results.map(({ summary }) => summary),
    checks: {
      findings: results.flatMap(({ checks }) => checks.findings),
      notRun: notRunOf(results, language),
      counts: results.reduce((sum, { checks }) => added(sum, checks.counts), NONE),
    },
  };
}

/** Without the checks that speak of a part which this form may leave out and does (no points in its headings). */
function packFor(form: Form, pack: Pack, known: Map<string, Pack>): Pack {
  const empty = form.recognition.tables.filter(({ spec, rows }) => !spec.required && rows.length === 0);
  const ids = new Set(empty.map(({ spec }) => spec.id));
  const id = [...ids].join(" ");
  let fitted = known.get(id);
  if (fitted === undefined) {
    const checks = pack.checks.flatMap((check) => {
      const formulas = check.formulas.filter((formula) => {
        const compiled = compileFormula(formula, pack);
        return !compiled.ok || !tablesOf(compiled.value).some((table) => ids.has(table));
      });
      return formulas.length === 0 ? [] : [{ ...check, formulas }];
    });
    fitted = { ...pack, checks };
    known.set(id, fitted);
  }
  return fitted;
}

const NONE: CheckCounts = { run: 0, passed: 0, errors: 0, warnings: 0, notices: 0 };

export function added(a: CheckCounts, b: CheckCounts): CheckCounts {
  return {
    run: a.run + b.run,
    passed: a.passed + b.passed,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    notices: a.notices + b.notices,
  };
}

function summaryOf(
  form: Form,
  context: RuleContext,
  findings: readonly Finding[],
  language: Language,
): FormSummary {
  const { spec, key, name, sheet, range } = form;
  const total = totalOf(spec, context);
  const grade = spec.grades.find(({ from }) => total?.greaterThanOrEqualTo(from) === true);
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    id: spec.id,
    label: spec.label[language],
    key,
    name,
    place: { sheet, ...range },
    total: total === undefined ? undefined : plain(total),
    grade: grade?.label[language],
    assumed: spec.assumed ?? false,
    errors: count("error"),
    warnings: count("warning"),
    notices: count("notice"),
  };
}

function totalOf(spec: FormSpec, context: RuleContext): Decimal | undefined {
  const compiled = compileExpression(spec.total, context.pack);
  if (!compiled.ok) return undefined;
  const list = context.tables.get(spec.list.table);
  if (list === undefined || list.rows.length === list.dataRows) return undefined;
  const evaluated = evaluateExpression(compiled.value, context);
  return evaluated.ok ? new Decimal(evaluated.value) : undefined;
}

/** One entry a rule and table: the first form's reason, and how many other forms have one. */
function notRunOf(
  results: readonly { readonly form: Form; readonly checks: CheckResult }[],
  language: Language,
): readonly NotRun[] {
  const entries = new Map<string, { readonly first: NotRun; readonly form: Form; others: number }>();
  for (const { form, checks } of results) {
    for (const one of checks.notRun) {
      const id = `${one.rule} ${one.table}`;
      const known = entries.get(id);
      if (known === undefined) entries.set(id, { first: one, form, others: 0 });
      else known.others += 1;
    }
  }
  return [...entries.values()].map(({ first, form, others }) => ({
    ...first,
    why: FORM_TEXTS.notRun(form.key, first.why, others)[language],
  }));
}
