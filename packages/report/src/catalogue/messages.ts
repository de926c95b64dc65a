import type { Catalogue } from '../language/phrasebook.js';
import type { LetterLanguage } from './letters.js';
import { MESSAGES_EN } from './messages.en.js';
import { MESSAGES_FR } from './messages.fr.js';

/** The sentences that messages are made of. */
export type MessageKey = keyof typeof MESSAGES_EN;

/** The sentences of messages, by language: those that letters are written in (PER-01). */
export const MESSAGE_CATALOGUES: Readonly<Record<LetterLanguage, Catalogue<MessageKey>>> = { en: MESSAGES_EN, fr: MESSAGES_FR };
