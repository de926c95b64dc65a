import { nearestWord, type DataMapFile, type InputFault } from '@habeas/connector-sdk';

/** Gathers what does not fit in one collection of a data map, each fault with its place in the file. */
export class FaultSink {
  readonly faults: InputFault[] = [];
  readonly #file: DataMapFile;
  readonly #collection: string;

  constructor(file: DataMapFile, collection: string) {
    this.#file = file;
    this.#collection = collection;
  }

  /** A fault below the collection: `['fields', 'email']`. */
  add(path: readonly (string | number)[], what: string, remedy?: string): void {
    this.faults.push(this.#file.faultAt(['collections', this.#collection, ...path], what, remedy));
  }

  /** A name that does not exist. */
  unknown(path: readonly (string | number)[], what: string, name: string, known: readonly string[]): void {
    const nearest = nearestWord(name, known);
    this.add(path, what, nearest === undefined ? 'correct the name, or remove it' : `did you mean "${nearest}"?`);
  }
}
