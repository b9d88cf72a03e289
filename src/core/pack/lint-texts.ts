/** Texts of a pack that a language lacks. Looks at the pack as written, before Chinese stands in for English. */
import { PACK_TEXTS } from "../../texts/pack";
import { isObject, isTextObject } from "./load";
import type { PackProblem } from "./problem";

const CHINESE = /\p{Script=Han}/u;

export function lintTexts(json: unknown, path = ""): readonly PackProblem[] {
  if (Array.isArray(json)) {
    return json.flatMap((child: unknown, index) => lintTexts(child, `${path}[${index}]`));
  }
  if (!isObject(json)) return [];
  if (isTextObject(json)) return lintText(json, path);
  return Object.entries(json).flatMap(([name, child]) =>
    lintTexts(child, path === "" ? name : `${path}.${name}`),
  );
}

function lintText(text: Readonly<Record<string, unknown>>, path: string): readonly PackProblem[] {
  const { "zh-CN": chinese, en: english } = text;
  const warning = (message: PackProblem["message"]): PackProblem => ({ level: "warning", path, message });
  const problems: PackProblem[] = [];
  if (chinese === "") problems.push(warning(PACK_TEXTS.emptyText("zh-CN")));
  if (english === undefined) problems.push(warning(PACK_TEXTS.missingEnglish()));
  else if (english === "") problems.push(warning(PACK_TEXTS.emptyText("en")));
  else if (english === chinese && typeof english === "string" && CHINESE.test(english))
    problems.push(warning(PACK_TEXTS.notTranslated()));
  return problems;
}
