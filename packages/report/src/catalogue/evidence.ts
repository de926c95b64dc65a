import type { Catalogue } from '../language/phrasebook.js';
import { EVIDENCE_EN } from './evidence.en.js';
import { EVIDENCE_FR } from './evidence.fr.js';

/** The sentences of an evidence bundle's page. */
export type EvidenceKey = keyof typeof EVIDENCE_EN;

/** The sentences of an evidence bundle's page, by language. */
export const EVIDENCE_CATALOGUES: Readonly<Record<'en' | 'fr', Catalogue<EvidenceKey>>> = { en: EVIDENCE_EN, fr: EVIDENCE_FR };
