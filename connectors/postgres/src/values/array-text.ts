import type { JsonValue } from '@habeas/connector-sdk';

/**
 * An array from the text PostgreSQL prints for it (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO), with
 * its elements converted. Lower bounds other than one (`[0:1]={…}`) are left out: JSON has none.
 */
export function parseArrayText(text: string, convert: (element: string) => JsonValue, delimiter = ','): JsonValue {
  return new ArrayReader(text.slice(text.indexOf('{')), convert, delimiter).array();
}

class ArrayReader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly convert: (element: string) => JsonValue,
    private readonly delimiter: string,
  ) {}

  array(): JsonValue[] {
    const elements: JsonValue[] = [];
    this.#at += 1; // {
    while (this.#at < this.text.length && this.#here() !== '}') {
      elements.push(this.#element());
      if (this.#here() === this.delimiter) this.#at += 1;
    }
    this.#at += 1; // }
    return elements;
  }

  #element(): JsonValue {
    if (this.#here() === '{') return this.array();
    if (this.#here() === '"') return this.convert(this.#quoted());
    const start = this.#at;
    while (this.#at < this.text.length && this.#here() !== '}' && this.#here() !== this.delimiter) this.#at += 1;
    const bare = this.text.slice(start, this.#at);
    return bare === 'NULL' ? null : this.convert(bare);
  }

  #quoted(): string {
    let element = '';
    this.#at += 1;
    while (this.#at < this.text.length && this.#here() !== '"') {
      if (this.#here() === '\\') this.#at += 1;
      element += this.#here();
      this.#at += 1;
    }
    this.#at += 1;
    return element;
  }

  #here(): string {
    return this.text.charAt(this.#at);
  }
}
