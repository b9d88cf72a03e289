/** A foreign pack against docs/pack.schema.json. Packs of ours are validated by tests, not at start. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import schema from "../../../docs/pack.schema.json";
import { PACK_TEXTS } from "../../texts/pack";
import type { Text } from "./pack";
import { type PackProblem, packError } from "./problem";

/** More than these help nobody; the rest is counted. */
const MAX_PROBLEMS = 50;

let compiled: ValidateFunction | undefined;

/** Problems with their paths, none where the value is a pack. The value must keep the bounds of `limits`. */
export function validatePack(json: unknown): readonly PackProblem[] {
  // allErrors is safe here: the schema's own patterns are linear and the value is bounded.
  compiled ??= new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema);
  if (compiled(json)) return [];
  const errors = (compiled.errors ?? []).filter((error) => error.keyword !== "if");
  const problems = errors.slice(0, MAX_PROBLEMS).map((error) => packError(pathOf(error), messageOf(error)));
  if (errors.length > MAX_PROBLEMS)
    problems.push(packError("", PACK_TEXTS.more(errors.length - MAX_PROBLEMS)));
  return problems;
}

/** "/indicators/3/max" → "indicators[3].max". */
function pathOf(error: ErrorObject): string {
  let path = "";
  for (const part of error.instancePath.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path += /^\d+$/.test(name) ? `[${name}]` : path === "" ? name : `.${name}`;
  }
  return path;
}

function messageOf(error: ErrorObject): Text {
  const parameters: Readonly<Record<string, unknown>> = error.params;
  const told = (name: string): string => String(parameters[name]);
  switch (error.keyword) {
    case "required":
    case "dependentRequired":
      return PACK_TEXTS.required(told("missingProperty"));
    case "additionalProperties":
      return PACK_TEXTS.unknownProperty(told("additionalProperty").slice(0, 80));
    case "propertyNames":
      return PACK_TEXTS.unknownProperty(told("propertyName").slice(0, 80));
    case "type":
      return PACK_TEXTS.wrongType(told("type"));
    case "const":
      return PACK_TEXTS.oneOf(JSON.stringify(parameters["allowedValue"]));
    case "enum":
      return PACK_TEXTS.oneOf(JSON.stringify(parameters["allowedValues"]));
    case "pattern":
      return PACK_TEXTS.pattern(told("pattern"));
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
    case "maxProperties":
    case "minimum":
    case "maximum":
      return PACK_TEXTS.limit(`${error.keyword} ${told("limit")}`);
    default:
      return PACK_TEXTS.otherwiseWrong(error.message ?? error.keyword);
  }
}
