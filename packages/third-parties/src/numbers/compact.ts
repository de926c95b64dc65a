/** A number or code as a machine compares it: letters and digits alone, capitals. */
export function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
