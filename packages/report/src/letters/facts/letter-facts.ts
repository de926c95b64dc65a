import type { z } from 'zod';
import type { LetterKind } from '../letter-kind.js';
import { answerFacts, noDataFacts, partialAnswerFacts } from './answer-facts.js';
import { feeFacts, refusalFacts, wrongControllerFacts } from './denial-facts.js';
import { acknowledgementFacts, identityQuestionFacts, scopeQuestionFacts } from './opening-facts.js';
import { archiveExpiryFacts, extensionFacts } from './time-facts.js';

/** What each letter has to know before it can be written: nothing that the law demands is optional (DLN-11, OUT-02). */
export const LETTER_FACTS = {
  acknowledgement: acknowledgementFacts,
  identity_question: identityQuestionFacts,
  scope_question: scopeQuestionFacts,
  extension: extensionFacts,
  answer: answerFacts,
  partial_answer: partialAnswerFacts,
  no_data: noDataFacts,
  refusal: refusalFacts,
  fee: feeFacts,
  wrong_controller: wrongControllerFacts,
  archive_expiry: archiveExpiryFacts,
} as const satisfies Readonly<Record<LetterKind, z.ZodType>>;

/** The facts of a letter. Texts in it are read by the person, in the language of the letter. */
export type LetterFacts<Kind extends LetterKind> = z.infer<(typeof LETTER_FACTS)[Kind]>;
