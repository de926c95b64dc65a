/** A name as SQLite writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
