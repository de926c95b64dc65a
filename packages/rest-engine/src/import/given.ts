/** An object of YAML or JSON. */
export type Group = Readonly<Record<string, unknown>>;

/** Whether it is an object, and no list. */
export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a table says of a name of the file; nothing where it has no entry of its own. */
export function entryOf<Value>(table: Readonly<Record<string, Value>>, name: string | undefined): Value | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/**
 * A value of the file that is imported, and what was taken from it. What nobody took is told by {@link Given.leftovers}, so
 * that nothing of the file is dropped without a word.
 */
export class Given {
  readonly #children = new Map<string, Given>();
  #isTaken = false;

  constructor(
    readonly value: unknown,
    readonly path: string = '',
  ) {}

  /** Whether there is anything. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** What stands at a key, to be read on; it does not exist where there is nothing. */
  get(key: string): Given {
    if (!isGroup(this.value) || !Object.hasOwn(this.value, key)) return new Given(undefined, this.#at(key));
    return this.#child(key, this.value[key]);
  }

  /** A text, a number or a truth value, as text. Anything else is left where it is. */
  text(key: string): string | undefined;
  text(key: string, otherwise: string): string;
  text(key: string, otherwise?: string): string | undefined {
    const child = this.get(key);
    return ['string', 'number', 'boolean'].includes(typeof child.value) ? String(child.taken()) : otherwise;
  }

  /** A text that is looked at and not taken. */
  look(key: string): string | undefined {
    const { value } = this.get(key);
    return typeof value === 'string' ? value : undefined;
  }

  /** A list, all of it, as texts; a single value is a list of one. */
  texts(key: string): readonly string[] {
    const value = this.get(key).taken();
    if (value === undefined || value === null) return [];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).map(String);
  }

  /** A number, also one that is written as text. */
  number(key: string): number | undefined {
    const { value } = this.get(key);
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
    this.get(key).taken();
    return number;
  }

  /** The items of a list; a single thing is a list of one. */
  items(key: string): readonly Given[] {
    const child = this.get(key);
    if (!child.exists) return [];
    if (!Array.isArray(child.value)) return [child];
    return child.value.map((item: unknown, index) => child.#child(String(index), item));
  }

  /** The first item of a list; it does not exist where there is none. */
  first(key: string): Given {
    return this.items(key)[0] ?? new Given(undefined, this.#at(key));
  }

  /** The members of an object. */
  members(key: string): readonly (readonly [string, Given])[] {
    const child = this.get(key);
    if (!isGroup(child.value)) return [];
    return Object.entries(child.value).map(([name, value]) => [name, child.#child(name, value)]);
  }

  /** The value, all of it. */
  taken(): unknown {
    this.#isTaken = true;
    return this.value;
  }

  /** Takes what has no meaning of its own: the names of components, remarks. */
  pass(...keys: readonly string[]): void {
    for (const key of keys) this.get(key).taken();
  }

  /** The paths of all that nobody took. */
  leftovers(): readonly string[] {
    if (this.#isTaken || this.value === undefined || this.value === null) return [];
    if (typeof this.value !== 'object') return [this.path];
    return Object.entries(this.value).flatMap(([key, value]: [string, unknown]) => {
      const child = this.#children.get(key);
      return child === undefined ? (value === null ? [] : [this.#at(key)]) : child.leftovers();
    });
  }

  #at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  #child(key: string, value: unknown): Given {
    const child = this.#children.get(key) ?? new Given(value, this.#at(key));
    this.#children.set(key, child);
    return child;
  }
}
