/**
 * Any text inside XML 1.0. What XML cannot hold (control characters, half surrogates) is written _xHHHH_ as in Office
 * files, and a text that looks like that has its underscore written _x005F_, so that every text comes back as it was.
 */

const ESCAPE = /_x([0-9A-Fa-f]{4})_/gu;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/gu;
/** Of one UTF-16 unit between its neighbours: true where XML 1.0 cannot hold it, tab and line ends aside. */
function forbidden(code: number, before: number, after: number): boolean {
  if (code < 0x20) return code !== 0x9 && code !== 0xa && code !== 0xd;
  if (code >= 0xd800 && code <= 0xdbff) return !(after >= 0xdc00 && after <= 0xdfff);
  if (code >= 0xdc00 && code <= 0xdfff) return !(before >= 0xd800 && before <= 0xdbff);
  return code === 0xfffe || code === 0xffff;
}

function escapeForbidden(text: string): string {
  let escaped = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!forbidden(code, text.charCodeAt(at - 1), text.charCodeAt(at + 1))) continue;
    escaped += `${text.slice(from, at)}_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
    from = at + 1;
  }
  return escaped + text.slice(from);
}

export function escapeText(text: string): string {
  return escapeForbidden(text.replace(LOOKS_ESCAPED, "_x005F_"))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
}

/** Undoes what an XML reader leaves of `escapeText`. */
export function unescapeText(text: string): string {
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
