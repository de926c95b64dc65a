import type { DeadlineCatalogue } from './catalogue.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';

/** The catalogues there are, by language (BCP 47; DLN-01). */
export const DEADLINE_CATALOGUES: Readonly<Record<'en' | 'fr', DeadlineCatalogue>> = { en: ENGLISH, fr: FRENCH };
