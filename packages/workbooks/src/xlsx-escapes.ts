/** What XLSX writes for a character that XML cannot hold, or that looks like this (ECMA-376, 22.9.2.19). */
const ESCAPED = /_x([0-9a-f]{4})_/giu;

/** A text without XLSX's own way to write characters: `_x000D_`. */
export function decodeEscapes(text: string): string {
  return text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
