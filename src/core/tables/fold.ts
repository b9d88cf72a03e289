/** Spellings that a reader takes as one: full width and half width, any kind of space, circled digits. */

const SPACES = /[\s\u00a0\u200b\u3000\ufeff]+/g;

/** Ideographs and ASCII without spaces, which are folded already: most texts, and soon told where there are many. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

/** Half-width signs, no spaces at all: "合 计" → "合计", "县（市）" → "县(市)". */
export function fold(text: string): string {
  return PLAIN.test(text) ? text : text.normalize("NFKC").replace(SPACES, "");
}

/** As `fold`, with single spaces kept between words and none at the edges. */
export function foldWords(text: string): string {
  return PLAIN.test(text) ? text : text.normalize("NFKC").replace(SPACES, " ").trim();
}

const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕/g;

/** Text without its brackets, and what stood in them. Expects folded text. */
export function splitBrackets(folded: string): { readonly bare: string; readonly inside: readonly string[] } {
  const inside: string[] = [];
  const bare = withBrackets(folded, (words) => {
    inside.push(words);
    return "";
  });
  return { bare, inside };
}

/** Text with something else in place of each bracket, whatever its kind. @param told of the words in it */
export function withBrackets(folded: string, told: (words: string) => string): string {
  return folded.replace(BRACKETS, (_all, ...groups: (string | undefined)[]) =>
    told(groups.slice(0, 4).find((group) => group !== undefined)!),
  );
}
