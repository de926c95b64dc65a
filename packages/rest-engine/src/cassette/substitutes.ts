import { createHash } from 'node:crypto';
import { toIdentifier } from '@habeas/connector-sdk';

const EMAIL = /[^\s<>,;:"']+@[^\s<>,;:"']+/gu;
const LONGEST = 200;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/u;
const DAY = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/u;

/**
 * What stands in a recording in the place of what was real. The same text has the same substitute wherever it stands, in one
 * recording; none is made of what it stands for, but for its length and the kinds of its signs.
 */
export class Substitutes {
  readonly #known = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(private readonly phoneRegion: string | undefined) {}

  /** An address that nobody has. Upper case, and what comes after a plus, stay so in kind: a search tells them apart. */
  email(text: string): string {
    const [first, ...others] = text.match(EMAIL) ?? [];
    if (first === undefined) return this.shape(text);
    if (others.length > 0) return [first, ...others].map((each) => this.email(each)).join('; ');
    const canonical = (toIdentifier('email', first)?.exact.reveal() ?? first).toLowerCase();
    const untagged = canonical.replace(/\+[^@]*@/u, '@');
    const person = this.#numbered('person', untagged);
    const tag = untagged === canonical ? '' : `+${this.#numbered('tag', canonical)}`;
    const made = `${person}${tag}@example.org`;
    return /\p{Lu}/u.test(first) ? made.replace('person', 'Person') : made;
  }

  /** A number of a range that is given to nobody (ARCEP: 01 99 00). */
  phone(text: string): string {
    const number = toIdentifier('phone', text, this.phoneRegion === undefined ? {} : { phoneRegion: this.phoneRegion });
    if (number === undefined) return this.shape(text);
    const count = this.#numbered('', `phone ${number.exact.reveal()}`);
    return `+3319900${count.replace(/\D/gu, '').padStart(4, '0')}`;
  }

  /** Text that a person wrote: nothing of it stays. */
  freeText(text: string): string {
    return `text ${this.#numbered('', `text ${text}`).replace('.', '')}`;
  }

  /** A date or a time stays, as does one that is counted from 1970; what only stands in the place of one does not. */
  date(value: string | number, isCounted: boolean): string | number | null {
    if (isCounted) return /^\d{9,13}$/u.test(String(value)) ? value : null;
    if (typeof value === 'number') return null;
    return (DAY.test(value) && !Number.isNaN(Date.parse(value))) || TIME.test(value) ? value : null;
  }

  /** A number of as many digits. */
  number(value: number): number {
    const text = String(value);
    return /^-?\d{1,15}(?:\.\d{1,6})?$/u.test(text) ? Number(this.#made(text)) : 1;
  }

  /** A text of the same shape: digits for digits, letters for letters. An address stays one, and leads to the same end. */
  shape(text: string): string {
    if (text === '') return text;
    if (/^https?:\/\//iu.test(text)) return this.#address(text);
    return text.length > LONGEST ? this.freeText(text) : this.#made(text);
  }

  /** The address of a next page, or of a job: which one it was is all that stays. */
  next(text: string, base: URL): string {
    return `${base.href.replace(/\/$/u, '')}/${this.#numbered('next', `next ${text}`).replace('.', '/')}`;
  }

  #address(text: string): string {
    const [path = ''] = text.split(/[?#]/u);
    const last = path.replace(/\/+$/u, '').split('/').at(-1) ?? '';
    return `https://example.org/${path.replace(/\/+$/u, '').split('/').length > 3 ? this.#made(decoded(last)) : ''}`;
  }

  #numbered(word: string, text: string): string {
    const known = this.#known.get(`${word} ${text}`) ?? `${word}.${String(this.#known.size + 1)}`;
    this.#known.set(`${word} ${text}`, known);
    return known;
  }

  #made(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    for (let attempt = 0; ; attempt += 1) {
      const longer = attempt < 20 ? '' : String(attempt);
      const made = `${likeness(text, `${String(this.#known.size)} ${String(attempt)}`)}${longer}`;
      if (this.#taken.has(made) || made === text) continue;
      this.#known.set(text, made);
      this.#taken.add(made);
      return made;
    }
  }
}

/** Signs by a seed that knows nothing of the text: only where its digits, letters and separators stand is taken over. */
function likeness(text: string, seed: string): string {
  const bytes = createHash('shake256', { outputLength: 2 * LONGEST })
    .update(seed)
    .digest();
  let at = 0;
  const next = (below: number): number => (bytes[at++ % bytes.length] ?? 0) % below;
  const letter = (from: string): string => String.fromCharCode(from.charCodeAt(0) + next(26));
  return Array.from(text, (sign, index) => {
    if (/\p{N}/u.test(sign)) return String(index === 0 || text[index - 1] === '-' ? 1 + next(9) : next(10));
    if (/\p{Lu}/u.test(sign)) return letter('A');
    if (/\p{L}/u.test(sign)) return letter('a');
    return /[ \-_.:/]/u.test(sign) ? sign : 'x';
  }).join('');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
