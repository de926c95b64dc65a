import { areFormsOfOneName } from '@habeas/core';
import type { ThirdPartyKind } from '@habeas/core/law';
import { canonicalEmail, canonicalPhone, nameWords } from '@habeas/connector-sdk';
import { TITLES } from './lexicon/context-words.js';
import type { KnownSubject } from './known-subject.js';
import { compact } from './numbers/compact.js';
import { addressOf } from './numbers/find-emails.js';

/** So many last digits make two spellings of one number the same, whatever stands before: `06…`, `+336…`, `6…`. */
const TELLING_DIGITS = 9;

/** What is known of the subject, in the forms in which it can be compared with any spelling. */
export class OwnIdentifiers {
  readonly #emails: ReadonlySet<string>;
  readonly #phones: ReadonlySet<string>;
  readonly #ids: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;

  constructor(
    { names, emails, phones, ids }: KnownSubject,
    private readonly regions: readonly string[],
  ) {
    this.#emails = new Set(emails.flatMap(emailKeys));
    this.#phones = new Set(phones.flatMap((phone) => this.#phoneKeys(phone)));
    this.#ids = new Set(ids.map(compact));
    this.#names = new Set(names.flatMap(nameWords));
  }

  /** Whether a stretch of text is the subject's own. */
  holds(kind: ThirdPartyKind, text: string): boolean {
    switch (kind) {
      case 'email':
        return emailKeys(addressOf(text)).some((key) => this.#emails.has(key));
      case 'phone':
        return this.#ids.has(compact(text)) || this.#phoneKeys(text).some((key) => this.#phones.has(key));
      case 'iban':
      case 'national-id':
        return this.#ids.has(compact(text)) || this.#phones.has(lastDigits(text));
      case 'name':
        return nameWords(text).every((word) => this.#isOwnWord(word));
    }
  }

  #phoneKeys(text: string): readonly string[] {
    const last = lastDigits(text);
    if (last !== '') return [last];
    const forms = [undefined, ...this.regions].map((region) => canonicalPhone(text, region)?.exact ?? '');
    return forms.filter((key) => key !== '');
  }

  /** Equal, an initial, or a short form: "Kate" may well be Catherine. */
  #isOwnWord(word: string): boolean {
    if (this.#names.has(word) || IGNORED.has(word) || TITLES.has(word)) return true;
    return [...this.#names].some((own) => (word.length === 1 ? own.startsWith(word) : areFormsOfOneName(word, own)));
  }
}

/** Particles come and go. */
const IGNORED = new Set('d de del den der des di du el la le les van von'.split(' '));

/** Both keys: what only the folded one shares may still be the subject's, and is then not another's. */
function emailKeys(text: string): readonly string[] {
  const form = canonicalEmail(text);
  return form === undefined ? [] : [form.exact, form.folded ?? form.exact];
}

function lastDigits(text: string): string {
  const digits = text.replace(/\D/gu, '');
  return digits.length < TELLING_DIGITS ? '' : digits.slice(-TELLING_DIGITS);
}
