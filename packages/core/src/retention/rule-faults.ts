/** What is wrong with the text of a rule, and where (RET-01). It repeats no text of the rule but the words that are at fault. */
export interface RuleFault {
  readonly path: string;
  readonly message: string;
}

const NAME = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/;

/** Gathers all faults of a rule while it is read (RET-01), under the path of the part that is being read. */
export class RuleFaults {
  readonly found: RuleFault[];

  constructor(
    readonly parameters: Readonly<Record<string, string>>,
    private readonly path = '',
    found: RuleFault[] = [],
  ) {
    this.found = found;
  }

  /** The faults of a part, gathered with these. */
  under(part: string): RuleFaults {
    return new RuleFaults(this.parameters, `${this.path}${part}.`, this.found);
  }

  add(key: string, message: string): void {
    this.found.push({ path: `${this.path}${key}`, message });
  }

  /** One of the words that may stand here; a fault, and `undefined`, for any other. */
  oneOf<Word extends string>(key: string, text: string, words: readonly Word[]): Word | undefined {
    const known = words.find((word) => word === text);
    if (known === undefined) this.add(key, `"${text}" is none of ${words.join(', ')}.`);
    return known;
  }

  /** Names of facts are words with dots: `contract.endedAt`. */
  checkName(key: string, text: string): void {
    if (!NAME.test(text)) this.add(key, `"${text}" is no name of a fact, such as contract.endedAt.`);
  }
}
