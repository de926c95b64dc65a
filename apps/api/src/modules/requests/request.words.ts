import type {
  ClaimedGround,
  DataRequest,
  GivenText,
  RefusalKind,
  RequestEvent,
  RequestState,
  ReviewVerdict,
  Right,
} from '@habeas/core';
import { registerEnumType } from '@nestjs/graphql';
import { words } from '../../platform/words.js';

/** The words of core as enumerations of the schema: a word that is missing here does not compile. */
export const RequestStates = words<RequestState>({
  received: true,
  ready: true,
  searching: true,
  in_review: true,
  gathering: true,
  assembling: true,
  awaiting_release: true,
  released: true,
  refused: true,
  cancelled: true,
  paused: true,
  needs_attention: true,
  shredded: true,
});
/** Which of the requests comes first. */
export type RequestOrder = 'next_due' | 'last_due';
export const RequestOrders = words<RequestOrder>({ next_due: true, last_due: true });
export const Rights = words<Right>({ access: true, portability: true });
export const Formats = words<DataRequest['format']>({ csv: true, json: true });
export const Languages = words<DataRequest['language']>({ en: true, fr: true });
export const IdentifierKinds = words<GivenText['kind']>({ email: true, phone: true, id: true, name: true, birthDate: true });
export const RefusalKinds = words<RefusalKind>({
  wrong_controller: true,
  unidentifiable: true,
  identity_not_proved: true,
  authority_not_shown: true,
});
export const RefusalGrounds = words<ClaimedGround['ground']>({
  manifestly_unfounded: true,
  excessive: true,
  abuse: true,
  legal_restriction: true,
});
export const NameParts = words<NonNullable<GivenText['part']>>({ given: true, family: true, full: true });
export const ReviewVerdicts = words<ReviewVerdict>({ confirmed: true, rejected: true });
export const RequestEvents = words<RequestEvent>({
  attest: true,
  start: true,
  'matches-doubtful': true,
  'matches-settled': true,
  review: true,
  gathered: true,
  assembled: true,
  rule: true,
  pause: true,
  resume: true,
  fail: true,
  retry: true,
  confirm: true,
  release: true,
  settle: true,
  refuse: true,
  lapse: true,
  cancel: true,
  shred: true,
});

registerEnumType(RequestStates, { name: 'RequestState', description: 'Where a request stands.' });
registerEnumType(RequestOrders, { name: 'RequestOrder', description: 'Which of the requests comes first.' });
registerEnumType(Rights, { name: 'Right', description: 'Access (GDPR Art. 15) or portability (Art. 20).' });
registerEnumType(Formats, { name: 'ArchiveFormat' });
registerEnumType(Languages, { name: 'Language' });
registerEnumType(IdentifierKinds, { name: 'IdentifierKind' });
registerEnumType(NameParts, { name: 'NamePart' });
registerEnumType(ReviewVerdicts, { name: 'ReviewVerdict', description: "The match is the subject's, or somebody else's." });
registerEnumType(RefusalGrounds, {
  name: 'RefusalGround',
  description: 'What a person can refuse a request on (Art. 12(5), 23; OUT-03, OUT-05, OUT-07).',
});
registerEnumType(RefusalKinds, {
  name: 'RefusalKind',
  description:
    'Another controller is meant (INT-10), nobody can be identified (Art. 11(2); IDV-07), or it is not proved who asks, or that they may act for another (Art. 12(6)).',
});
