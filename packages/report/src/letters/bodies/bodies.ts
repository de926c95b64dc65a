import type { LetterKind } from '../letter-kind.js';
import { answer, noData, partialAnswer } from './answers.js';
import type { Body } from './body.js';
import { fee, refusal, wrongController } from './denials.js';
import { acknowledgement, identityQuestion, scopeQuestion } from './opening.js';
import { archiveExpiry, extension } from './time.js';

/** What each letter says of its own. */
export const BODIES: { readonly [Kind in LetterKind]: Body<Kind> } = {
  acknowledgement,
  identity_question: identityQuestion,
  scope_question: scopeQuestion,
  extension,
  answer,
  partial_answer: partialAnswer,
  no_data: noData,
  refusal,
  fee,
  wrong_controller: wrongController,
  archive_expiry: archiveExpiry,
};
