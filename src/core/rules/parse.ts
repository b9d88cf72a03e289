/** From the text of a formula to its syntax tree, or the place where it goes wrong and what could stand there. */
import { EXPECTATIONS, RULE_TEXTS } from "../../texts/rules";
import type { Text } from "../pack/pack";
import { parse, SyntaxError as GrammarError } from "./grammar";
import { FUNCTION_NAMES, FUNCTIONS, MAX_LENGTH, MAX_NESTING, TEST_NAMES } from "./names";
import type {
  ArithmeticOperator,
  ComparisonOperator,
  Condition,
  Expression,
  Formula,
  FunctionName,
  ParseFailure,
  Span,
} from "./syntax";

/** What the grammar gives: figures and conditions not yet told apart. */
type Raw =
  | Extract<Expression, { readonly kind: "number" | "text" | "column" | "every-column" | "table" }>
  | { readonly kind: "negate" | "not"; readonly operand: Raw; readonly at: Span }
  | Binary<"arithmetic", ArithmeticOperator>
  | Binary<"compare", ComparisonOperator>
  | { readonly kind: "and" | "or"; readonly left: Raw; readonly right: Raw; readonly at: Span }
  | { readonly kind: "in"; readonly operand: Raw; readonly values: readonly Raw[]; readonly at: Span }
  | {
      readonly kind: "call";
      readonly name: FunctionName | "PRESENT" | "UNIQUE" | "SAME";
      readonly operands: readonly Raw[];
      readonly where: Raw | undefined;
      readonly at: Span;
    };

interface Binary<Kind, Operator> {
  readonly kind: Kind;
  readonly operator: Operator;
  readonly left: Raw;
  readonly right: Raw;
  readonly at: Span;
}

interface RawFormula {
  readonly forEach: Formula["forEach"];
  readonly body: Raw;
  readonly where: Raw | undefined;
}

/** A place where a figure stands for a condition, or the other way round. */
class Misplaced extends Error {
  constructor(
    readonly at: Span,
    readonly text: Text,
  ) {
    super(text.en);
  }
}

export function parseFormula(text: string): { readonly ok: true; readonly formula: Formula } | ParseFailure {
  return guarded(text, () => {
    // The grammar's own types end at its door: it builds exactly RawFormula.
    const raw = parse(text, { startRule: "Formula", functions: FUNCTIONS }) as RawFormula;
    const formula: Formula = {
      forEach: raw.forEach,
      condition: condition(raw.body, 0),
      where: raw.where === undefined ? undefined : condition(raw.where, 0),
    };
    return { ok: true, formula };
  });
}

export function parseExpression(
  text: string,
): { readonly ok: true; readonly expression: Expression } | ParseFailure {
  return guarded(text, () => ({
    ok: true,
    expression: expression(parse(text, { startRule: "Expression", functions: FUNCTIONS }) as Raw, 0),
  }));
}

function guarded<T>(text: string, read: () => T): T | ParseFailure {
  const limit = beyondLimits(text);
  if (limit !== undefined) return limit;
  try {
    return read();
  } catch (error) {
    if (error instanceof Misplaced) {
      return failure(error.at.start, error.at.end - error.at.start, [], error.text);
    }
    if (error instanceof GrammarError) return fromGrammar(text, error);
    throw error;
  }
}

function failure(position: number, length: number, expected: readonly string[], message: Text): ParseFailure {
  return { ok: false, position, length: Math.max(1, length), expected, message };
}

/** Length and nesting are counted before the parser sees the text, so that a hostile formula costs nothing. */
function beyondLimits(text: string): ParseFailure | undefined {
  if (text.length > MAX_LENGTH) return failure(MAX_LENGTH, 1, [], RULE_TEXTS.tooLong(MAX_LENGTH));
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === "(" || sign === "（") depth += 1;
    else if (sign === ")" || sign === "）") depth -= 1;
    if (depth > MAX_NESTING) return failure(index, 1, [], RULE_TEXTS.tooDeep(MAX_NESTING));
  }
  return undefined;
}

const WITH_BRACKETS = { ...FUNCTION_NAMES, ...TEST_NAMES };
/** Everything that takes brackets, as each language calls it. */
const CALLED = { "zh-CN": Object.values(WITH_BRACKETS), en: Object.keys(WITH_BRACKETS) };

/** A name of its own right before a bracket: neither a column behind its table nor a unit behind its number. */
const NAME_BEFORE =
  /(?<![\p{L}\p{N}\p{M}_.．。·」])([\p{L}\p{M}_][\p{L}\p{N}\p{M}_]*)[ \t\r\n\u3000\u00a0]*$/u;

function fromGrammar(text: string, error: GrammarError): ParseFailure {
  const position = error.location.start.offset;
  const names = error.expected.flatMap((expected) => {
    if (expected.type === "other") return [expected.description];
    if (expected.type === "literal") return [expected.text];
    return expected.type === "end" ? ["end"] : [];
  });
  const expected = [...new Set(names)].sort();
  const found = text.slice(position, position + 1);
  const [, name] = /[(（]/u.test(found) ? (NAME_BEFORE.exec(text.slice(0, position)) ?? []) : [];
  if (name !== undefined) {
    const start = text.lastIndexOf(name, position);
    return failure(start, name.length, ["function"], RULE_TEXTS.unknownFunction(name, CALLED));
  }
  const list = (language: "zh-CN" | "en"): string[] =>
    expected.map((name) => EXPECTATIONS[name]?.[language] ?? name);
  const message = RULE_TEXTS.unexpected(found === "", { "zh-CN": list("zh-CN"), en: list("en") });
  return failure(position, found.length, expected, message);
}

function expression(raw: Raw, depth: number): Expression {
  deep(raw.at, depth);
  switch (raw.kind) {
    case "number":
      if (raw.value.length > 40) throw new Misplaced(raw.at, RULE_TEXTS.longNumber());
      return raw;
    case "text":
    case "column":
    case "every-column":
    case "table":
      return raw;
    case "negate":
      return { ...raw, kind: "negate", operand: expression(raw.operand, depth + 1) };
    case "arithmetic":
      return arithmetic(raw, depth);
    case "call":
      return call(raw, depth);
    case "compare":
    case "and":
    case "or":
    case "not":
    case "in":
      throw new Misplaced(raw.at, RULE_TEXTS.figureWanted());
  }
}

/** A chain a + b + c … leans to the left without being nested, so it is walked and not counted as depth. */
function arithmetic(raw: Binary<"arithmetic", ArithmeticOperator>, depth: number): Expression {
  const links: Binary<"arithmetic", ArithmeticOperator>[] = [];
  let first: Raw = raw;
  while (first.kind === "arithmetic") {
    links.push(first);
    first = first.left;
  }
  let built = expression(first, depth + 1);
  for (const link of links.reverse()) {
    built = { ...link, left: built, right: expression(link.right, depth + 1) };
  }
  return built;
}

function call(raw: Extract<Raw, { readonly kind: "call" }>, depth: number): Expression {
  const { name } = raw;
  if (name === "PRESENT" || name === "UNIQUE" || name === "SAME") {
    throw new Misplaced(raw.at, RULE_TEXTS.figureWanted());
  }
  if (raw.where !== undefined && name !== "SUM" && name !== "COUNT") {
    throw new Misplaced(raw.where.at, RULE_TEXTS.whereOnlyInSums());
  }
  const operands = raw.operands.map((operand) => expression(operand, depth + 1));
  const where = raw.where === undefined ? undefined : condition(raw.where, depth + 1);
  return { kind: "call", name, operands, where, at: raw.at };
}

function condition(raw: Raw, depth: number): Condition {
  deep(raw.at, depth);
  switch (raw.kind) {
    case "compare":
      return { ...raw, left: expression(raw.left, depth + 1), right: expression(raw.right, depth + 1) };
    case "and":
    case "or":
      return { ...raw, left: condition(raw.left, depth + 1), right: condition(raw.right, depth + 1) };
    case "not":
      return { ...raw, kind: "not", operand: condition(raw.operand, depth + 1) };
    case "in":
      return {
        ...raw,
        operand: expression(raw.operand, depth + 1),
        values: raw.values.map((value) => expression(value, depth + 1)),
      };
    case "call":
      return test(raw, depth);
    case "number":
    case "text":
    case "column":
    case "every-column":
    case "table":
    case "negate":
    case "arithmetic":
      throw new Misplaced(raw.at, RULE_TEXTS.conditionWanted());
  }
}

function test(raw: Extract<Raw, { readonly kind: "call" }>, depth: number): Condition {
  if (raw.where !== undefined) throw new Misplaced(raw.where.at, RULE_TEXTS.whereOnlyInSums());
  const operands = raw.operands.map((operand) => expression(operand, depth + 1));
  const [first] = operands;
  switch (raw.name) {
    case "PRESENT":
      if (first === undefined || operands.length > 1)
        throw new Misplaced(raw.at, RULE_TEXTS.operands(raw.name, 1));
      return { kind: "present", operand: first, at: raw.at };
    case "UNIQUE":
      return { kind: "unique", columns: operands, at: raw.at };
    case "SAME":
      return { kind: "same", columns: operands, at: raw.at };
    default:
      throw new Misplaced(raw.at, RULE_TEXTS.conditionWanted());
  }
}

function deep(at: Span, depth: number): void {
  if (depth > MAX_NESTING) throw new Misplaced(at, RULE_TEXTS.tooDeep(MAX_NESTING));
}
