import type { OtherRight, OtherRightOutcome, QuestionToSubject } from '@habeas/core';
import type { ExtensionReason, IdentityDoubt, ScopeAnswer } from '@habeas/core/law';
import { registerEnumType } from '@nestjs/graphql';
import { words } from '../../platform/words.js';

export const QuestionKinds = words<QuestionToSubject['kind']>({ identity: true, scope: true });
export const IdentityDoubts = words<IdentityDoubt>({
  unknown_sender: true,
  several_people: true,
  details_differ: true,
  sent_by_another: true,
});
export const ScopeAnswers = words<ScopeAnswer>({ narrowed: true, everything: true, none: true });
export const ExtensionReasons = words<ExtensionReason>({
  volume_of_data: true,
  scattered_sources: true,
  redaction_needed: true,
  explanation_work: true,
  number_of_requests_of_same_subject: true,
});
export const OtherRights = words<OtherRight>({
  rectification: true,
  erasure: true,
  restriction: true,
  objection: true,
  withdrawal_of_consent: true,
});
export const OtherRightOutcomes = words<OtherRightOutcome>({ done: true, refused: true, withdrawn: true });

registerEnumType(QuestionKinds, {
  name: 'QuestionKind',
  description: 'Who asks (Art. 12(6)), or which of a large quantity is meant (recital 63).',
});
registerEnumType(IdentityDoubts, {
  name: 'IdentityDoubt',
  description: 'Why it can be doubtful who asks. That a policy demands a document is no doubt.',
});
registerEnumType(ScopeAnswers, { name: 'ScopeAnswer', description: 'Less is meant, everything is meant, or neither was said.' });
registerEnumType(ExtensionReasons, {
  name: 'ExtensionReason',
  description: 'Why a request may take two months more (Art. 12(3)). Much effort and many customers are no reasons.',
});
registerEnumType(OtherRights, { name: 'OtherRight', description: 'What else a message can ask for (Art. 7(3), 16 to 18, 21).' });
registerEnumType(OtherRightOutcomes, {
  name: 'OtherRightOutcome',
  description: 'Done as asked, refused with reasons, or taken back.',
});
