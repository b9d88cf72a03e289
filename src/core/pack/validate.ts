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
  // What is wrong with a name is told by "propertyNames"; "if" only repeats what its branch says.
  const errors = (compiled.errors ?? []).filter(
    ({ keyword, propertyName }) => keyword !== "if" && propertyName === undefined,
  );
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
      return PACK_TEXTS.oneOf([told("allowedValue")]);
    case "enum":
      return PACK_TEXTS.oneOf(Object.values(Object(parameters["allowedValues"])).map(String));
    case "pattern":
      return PACK_TEXTS.pattern(told("pattern"));
    default:
      return PACK_TEXTS.limit(error.keyword, told("limit"));
  }
}
