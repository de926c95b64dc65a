import type { Wording } from '@habeas/core/law';
import { normalise } from '../template/normalise.js';

const LONGEST = 40;
const NAME = /^[a-z][a-z0-9_]*$/u;

/** A name that no other has, made of a title: `Données de contact` is `donnees_de_contact`. */
export function freshName(title: string, taken: { has(name: string): boolean }): string {
  const plain = normalise(title).replace(/^[0-9 ]+/u, '');
  const cut = plain.length > LONGEST ? plain.slice(0, LONGEST).replace(/ [^ ]*$/u, '') : plain;
  const name = cut === '' ? 'entry' : cut.replaceAll(' ', '_');
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}_${String(number)}`;
  return free;
}

/** A reference as a name, where it is one already. */
export function nameFrom(reference: string | undefined, taken: { has(name: string): boolean }): string | undefined {
  return reference !== undefined && NAME.test(reference) && !taken.has(reference) ? reference : undefined;
}

/** A text of the template, which is in one language, where a register wants two: nothing is translated. */
export function wording(text: string): Wording {
  return { en: text, fr: text };
}

/** Entries that several activities share, each under one name: what is the same in all activities is one entry. */
export class SharedEntries<Entry> {
  readonly #ids = new Map<string, string>();
  readonly #entries = new Map<string, Entry>();

  /** The id of an entry, new where there is none with this key. */
  idOf(key: string, title: string, entry: Entry): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = freshName(title, this.#entries);
    this.#ids.set(key, id);
    this.#entries.set(id, entry);
    return id;
  }

  /** The entries by their ids, in the order they came. */
  get entries(): Readonly<Record<string, Entry>> {
    return Object.fromEntries(this.#entries);
  }
}
