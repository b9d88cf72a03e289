/** The section of docs/packs.md that lists the scoring methods, made of their table. */
import type { Language } from "../src/core/pack/pack";
import { METHODS } from "../src/core/scoring/methods";
import { TYPE_NAMES } from "../src/core/scoring/parameters";

const WORDS = {
  "zh-CN": { parameter: "参数", type: "类型", required: "必填", meaning: "含义", yes: "是", no: "否", live: "得分表上", none: "没有参数。" },
  en: { parameter: "Parameter", type: "Type", required: "Required", meaning: "Meaning", yes: "yes", no: "no", live: "On the score sheet", none: "No parameters." },
} as const;

/** Where the section stands in the manual. */
export function markers(language: Language): { readonly begin: string; readonly end: string } {
  return { begin: `<!-- methods ${language} begin -->`, end: `<!-- methods ${language} end -->` };
}

/** Markdown, one block a method. */
export function methodsManual(language: Language): string {
  const words = WORDS[language];
  const blocks = METHODS.map((method) => {
    const rows = Object.entries(method.parameters).map(
      ([name, { type, required, about }]) =>
        `| \`${name}\` | ${TYPE_NAMES[type][language]} | ${required ? words.yes : words.no} | ${about[language]} |`,
    );
    const table =
      rows.length === 0
        ? words.none
        : [
            `| ${words.parameter} | ${words.type} | ${words.required} | ${words.meaning} |`,
            "| --- | --- | --- | --- |",
            ...rows,
          ].join("\n");
    return [
      `#### \`${method.name}\` ${method.title[language]}`,
      method.about[language],
      table,
      `${words.live}: \`${method.live[language]}\``,
    ].join("\n\n");
  });
  return blocks.join("\n\n");
}

/** The manual with its sections made anew. */
export function withMethods(manual: string): string {
  return (["zh-CN", "en"] as const).reduce((text, language) => {
    const { begin, end } = markers(language);
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`docs/packs.md lacks ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n\n${methodsManual(language)}\n\n${text.slice(to)}`;
  }, manual);
}
