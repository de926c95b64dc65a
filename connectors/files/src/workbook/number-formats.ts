import type { XmlElement, XmlReader } from '@habeas/workbooks';

/** What a format shows of a number: a day, a time of day, both, or how long something took; none of them for a plain number. */
export interface NumberFormat {
  readonly day: boolean;
  readonly time: boolean;
  /** Hours beyond a day, as of `[h]:mm`. */
  readonly elapsed: boolean;
}

const PLAIN: NumberFormat = { day: false, time: false, elapsed: false };
const DAY: NumberFormat = { day: true, time: false, elapsed: false };
const TIME: NumberFormat = { day: false, time: true, elapsed: false };

/** The formats that every program knows by their numbers (ECMA-376, 18.8.30), those of East Asian languages among them. */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, DAY] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47].map((id) => [id, TIME] as const),
  [22, { day: true, time: true, elapsed: false }],
  [46, { day: false, time: true, elapsed: true }],
]);

/** Literals, colours and conditions, fillers and the halves of the day: letters in them are no parts of a date. */
const NOT_PARTS = /"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]|am\/pm|a\/p|general/giu;

/** What the code of a format shows: `dd/mm/yyyy`. */
export function formatOf(code: string): NumberFormat {
  const [parts = ''] = code.replaceAll(NOT_PARTS, '').toLowerCase().split(';');
  const day = /[dy]/u.test(parts) || (parts.includes('m') && !/[hs[]/u.test(parts));
  return { day, time: /[hs[]/u.test(parts), elapsed: !day && parts.includes('[') };
}

/** Reads the formats that cells name by the number of their style. */
export class StylesReader implements XmlReader {
  readonly #codes = new Map<number, string>();
  readonly #ids: number[] = [];
  #list = '';

  readonly open = ({ name, attributes }: XmlElement): void => {
    if (LISTS.has(name)) this.#list = name;
    const id = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt' && this.#list === 'numFmts') this.#codes.set(id, attributes.get('formatCode') ?? '');
    if (name === 'xf' && this.#list === 'cellXfs') this.#ids.push(id);
  };

  readonly close = (name: string): void => {
    if (LISTS.has(name)) this.#list = '';
  };

  /** By the numbers of styles. */
  formats(): readonly NumberFormat[] {
    const known = new Map([...this.#codes].map(([id, code]) => [id, formatOf(code)]));
    return this.#ids.map((id) => known.get(id) ?? BUILT_IN.get(id) ?? PLAIN);
  }
}

const LISTS = new Set(['cellXfs', 'numFmts']);
