import { Html, legible, markup, trusted } from '@habeas/report';
import type { LocalDate } from '@habeas/core/law';
import type { SubjectKey } from '../catalogue/subject.js';
import type { Scene } from './scene.js';

/** Where a part that is HTML stands in a sentence: characters that no catalogue has. */
const PLACE = /\u{f0000}(\d+)\u{f0001}/u;

/** Words from outside: with their own direction, and with signs in place of characters that hide or turn something. */
export function outside(text: string): Html {
  return markup`<bdi>${legible(text)}</bdi>`;
}

/** A day in words. */
export function day({ words }: Scene, date: LocalDate): Html {
  return markup`<time datetime="${date}">${words.date(date)}</time>`;
}

/** One sentence whose parts keep their own markup. Numbers decide between its forms; words are from {@link outside}. */
export function told({ words }: Scene, key: SubjectKey, parts: Readonly<Record<string, Html | string | number>> = {}): Html {
  const pieces = Object.values(parts).map((part) => (typeof part === 'string' ? outside(part) : part));
  const places = Object.keys(parts).map((name, index): [string, string | number] => {
    const piece = pieces[index];
    return [name, piece instanceof Html ? `\u{f0000}${String(index)}\u{f0001}` : Number(piece)];
  });
  const said = words.say(key, Object.fromEntries(places)).split(PLACE);
  // Every second piece is the number of a part.
  return new Html(
    said.map((text, index) => (index % 2 === 0 ? markup`${text}` : markup`${pieces[Number(text)] ?? ''}`).text).join(''),
  );
}

/** A paragraph of one sentence. */
export function paragraph(scene: Scene, key: SubjectKey, parts?: Readonly<Record<string, Html | string | number>>): Html {
  return markup`<p>${told(scene, key, parts)}</p>\n`;
}

/** Items, each a sentence. */
export function list(tag: 'ul' | 'ol', items: readonly Html[], look = ''): Html {
  const name = trusted(tag);
  return markup`<${name}${look === '' ? trusted('') : markup` class="${look}"`}>\n${items.map((item) => markup`<li>${item}</li>\n`)}</${name}>\n`;
}

export const NOTHING = trusted('');
