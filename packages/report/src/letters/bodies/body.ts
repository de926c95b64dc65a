import type { Block } from '../../document/document.js';
import type { LetterFacts } from '../facts/letter-facts.js';
import type { LetterKind } from '../letter-kind.js';
import type { LetterVoice } from '../voice.js';

/** What a letter of one kind says between salutation and remedies. */
export type Body<Kind extends LetterKind> = (facts: LetterFacts<Kind>, voice: LetterVoice) => readonly Block[];
