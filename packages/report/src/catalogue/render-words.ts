import { DocumentError } from '../document/document-error.js';
import { Phrasebook } from '../language/phrasebook.js';
import { RENDER_EN, type RenderKey } from './render.en.js';
import { RENDER_FR } from './render.fr.js';

const BOOKS: ReadonlyMap<string, Phrasebook<RenderKey>> = new Map([
  ['en', new Phrasebook('en', RENDER_EN)],
  ['fr', new Phrasebook('fr', RENDER_FR)],
]);

/** The renderers' own words in the language of a document. Throws where they do not speak it. */
export function renderWords(language: string): Phrasebook<RenderKey> {
  const book = BOOKS.get(primaryLanguage(language));
  if (book !== undefined) return book;
  throw new DocumentError('language', `documents are rendered in ${[...BOOKS.keys()].join(' and ')}`);
}

/** `fr` of `fr-BE`. */
export function primaryLanguage(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? '';
}
