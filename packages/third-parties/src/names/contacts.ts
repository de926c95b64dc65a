import { nameWords } from '@habeas/connector-sdk';
import type { TextSpan, ThirdPartySpan } from '@habeas/core/law';
import { isNeverText } from './word-class.js';

type Contact = TextSpan & { readonly kind: ThirdPartySpan['kind'] };

const NEAR = 4;

/** Addresses and numbers that stand in a text: names are not looked for inside them, and one beside them is a person's. */
export class Contacts {
  readonly #mailbox: ReadonlySet<string>;

  /** The spans in the order of the text, without overlaps. */
  constructor(
    private readonly text: string,
    private readonly spans: readonly Contact[],
  ) {
    const locals = spans
      .filter(({ kind }) => kind === 'email')
      .map(({ start, end }) => text.slice(start, end).split('@')[0] ?? '');
    const words = locals.flatMap(nameWords);
    this.#mailbox = new Set(words.filter((word) => word.length > 2 && !isNeverText(word)));
  }

  /** Whether a place lies inside one of them. */
  hold(place: number): boolean {
    const span = this.spans[this.#firstEndingAfter(place)];
    return span !== undefined && span.start <= place;
  }

  /** Whether an address or phone number follows a place at once: "Yusuf 07700 900999", "Hélène (helene@…)". */
  follow(end: number): boolean {
    const span = this.spans[this.#firstEndingAfter(end)];
    if (span === undefined || span.start < end || span.start - end > NEAR) return false;
    const isPersonal = span.kind === 'email' || span.kind === 'phone';
    return isPersonal && /^[ \u00a0]?[(<:,-]?[ \u00a0]?$/u.test(this.text.slice(end, span.start));
  }

  /** Whether a word stands before the `@` of one of the addresses: `julie.durand` speaks for Julie. */
  name(word: string): boolean {
    return this.#mailbox.has(word);
  }

  /** Binary search. */
  #firstEndingAfter(place: number): number {
    let [low, high] = [0, this.spans.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.spans[middle] as Contact).end > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
