const COMPOSITE = /^\["/u;

/** The key of a record as a person reads it: `FR · 7` for `["FR","7"]`. One that only looks like it stays as it is. */
export function keyText(recordId: string): string {
  if (!COMPOSITE.test(recordId)) return recordId;
  const parts = partsOf(recordId);
  return parts?.every((part) => typeof part === 'string') === true ? parts.join(' · ') : recordId;
}

function partsOf(text: string): readonly unknown[] | undefined {
  try {
    return JSON.parse(text) as readonly unknown[];
  } catch {
    return undefined;
  }
}
