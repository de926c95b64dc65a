/**
 * What a finding of the verification is about: `zip` the container, `name` a file's name, `bag` BagIt's tag files,
 * `missing` and `extra` files, `checksum` a file's bytes, `package` the description, `table` a table's form, `cell` a value
 * in it, `count` a number that is told, `reference` something that refers to nothing, `signature`, `limit` too large to check.
 */
export type ProblemCode =
  | 'zip'
  | 'name'
  | 'bag'
  | 'missing'
  | 'extra'
  | 'checksum'
  | 'package'
  | 'table'
  | 'cell'
  | 'count'
  | 'reference'
  | 'signature'
  | 'limit';

/** One thing that is wrong with an archive. No message holds a value from the archive's tables. */
export interface ArchiveProblem {
  readonly code: ProblemCode;
  readonly message: string;
  /** Below the top folder. */
  readonly file?: string;
  /** Of the table; counts from 1, 0 is the header. */
  readonly row?: number;
  readonly field?: string;
}

/** Where in the archive a problem is. */
export type ProblemPlace = Pick<ArchiveProblem, 'file' | 'row' | 'field'>;

/** Collects problems, up to a limit; beyond it they are only counted. */
export class Problems {
  readonly #list: ArchiveProblem[] = [];
  #count = 0;

  constructor(private readonly limit: number) {}

  get list(): readonly ArchiveProblem[] {
    return this.#list;
  }

  get count(): number {
    return this.#count;
  }

  add(code: ProblemCode, message: string, place: ProblemPlace = {}): void {
    this.#count += 1;
    if (this.#list.length < this.limit) this.#list.push({ code, message, ...place });
  }
}

/** A file of the archive that cannot be read as what it should be. Becomes a problem of that file. */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault';

  constructor(
    readonly code: ProblemCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
