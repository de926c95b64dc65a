const LONGEST = 32;
/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;

/**
 * Gives file and resource names: ASCII `a-z 0-9 . _ -`, at most 32 characters, no leading dot, unique whatever the
 * letter case. Made from the names of sources, collections and fields, never from a value of a record.
 */
export class SafeNames {
  readonly #taken: Set<string>;

  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(taken);
  }

  /** A name like this one; where it is taken, with `-2`, `-3` … behind it. The same calls give the same names. */
  give(name: string): string {
    const base = toSafe(name);
    let given = base;
    for (let number = 2; this.#taken.has(given); number += 1) given = `${base}-${number}`;
    this.#taken.add(given);
    return given;
  }
}

function toSafe(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, LONGEST)
    .replace(/^[.-]+|[.-]+$/g, '');
  if (plain === '') return 'unnamed';
  return RESERVED.test(plain) ? `x-${plain}` : plain;
}
