/** The words of a text as a set: how a list of words is written in this package. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}
