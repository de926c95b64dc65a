import { addMonths, DEFAULT_DEADLINE_RULES, IDENTITY_DOUBTS } from '@habeas/core/law';
import { ADDRESSED_HEAD, afterReceipt, count, day, group, need, oneOf, several, stillToCome, text, yesOrNo } from './fact.js';
import { z } from 'zod';

/** How it is known who asks, least first; a document is none of them (IDV-01, IDV-02). */
export const IDENTITY_CHECKS = ['signed_in', 'link_or_code', 'known_facts', 'established'] as const;

/** What else a message can ask for; each is handled apart, with the same day of receipt (INT-11). */
export const OTHER_RIGHTS = ['rectification', 'erasure', 'restriction', 'objection', 'withdraw_consent'] as const;

/** What can be asked for to end a doubt, least first (IDV-02). `detail` is anything else, in words (IDV-07). */
export const IDENTITY_PROOFS = ['link_or_code', 'customer_number', 'last_transaction', 'detail', 'document'] as const;

/** The longest that a copy of a document is kept, in hours: until the decision, and never beyond (IDV-04). */
export const DOCUMENT_HOURS = 24;

const CLOCK = oneOf(['paused', 'running'], 'it is not said whether the time to answer stands still (DLN-07)');
const ANSWER_BY = day('the day by which an answer is wanted is missing');
const DUE_ON = day('the day by which the person has our answer is missing');

/** Facts of an acknowledgement (INT-04, INT-11). */
export const acknowledgementFacts = group({
  ...ADDRESSED_HEAD,
  dueOn: DUE_ON.describe('The safe date (DLN-03).'),
  identity: oneOf(IDENTITY_CHECKS, 'it is not said how identity is checked'),
  otherRights: several(
    oneOf(OTHER_RIGHTS, 'this is no other right'),
    'no other right is named',
    'leave the list out',
  ).exactOptional(),
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  const isInTime = facts.dueOn >= facts.receivedOn && facts.dueOn <= addMonths(facts.receivedOn, DEFAULT_DEADLINE_RULES.months);
  need(context, isInTime, 'dueOn', 'it is not within a month of receipt (give the safe date of the request, Art. 12(3))');
});

const proof = z.discriminatedUnion(
  'ask',
  [
    group({ ask: z.enum(['link_or_code', 'customer_number', 'last_transaction']) }),
    group({ ask: z.literal('detail'), what: text('it is not said which detail is asked for', 'name it in words') }),
    group({
      ask: z.literal('document'),
      why: text('it is not said why a document is needed', 'say why nothing less suffices (IDV-01, IDV-03)'),
      sendTo: text('there is no safe place to send the document to', 'name one: never plain e-mail (IDV-04)'),
      keptHours: count(1, 'it is not said how long the copy is kept', `at most ${String(DOCUMENT_HOURS)} hours (IDV-04)`).max(
        DOCUMENT_HOURS,
        `the copy is kept too long (at most ${String(DOCUMENT_HOURS)} hours, IDV-04)`,
      ),
    }),
  ],
  {
    error: `it is not said what is asked for (one of: ${IDENTITY_PROOFS.join(', ')}; never a certified copy or a visit, IDV-05)`,
  },
);

/** Facts of a question who asks (Art. 12(6) GDPR; IDV-01 to IDV-08, DLN-07). */
export const identityQuestionFacts = group({
  ...ADDRESSED_HEAD,
  doubt: group(
    {
      reason: oneOf(IDENTITY_DOUBTS, 'there is no reasonable doubt: then nothing is asked (IDV-01)'),
      explanation: text('the doubt has no words', 'say what makes it doubtful who asks, without other people’s data'),
    },
    'the doubt is missing',
  ),
  asks: several(proof, 'nothing is asked for', 'name the least that suffices (IDV-02)'),
  isOneEnough: yesOrNo('it is not said whether one of these is enough'),
  answerBy: ANSWER_BY,
  dueOn: DUE_ON,
  clock: CLOCK,
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  stillToCome(facts, 'answerBy', facts.answerBy, context);
  const isSpare = facts.isOneEnough && facts.asks.length > 1 && facts.asks.some(({ ask }) => ask === 'document');
  need(
    context,
    !isSpare,
    'asks',
    'a document is asked for beside something less that is enough (leave the document out, IDV-02)',
  );
});

/** Facts of a question which data are meant (rec. 63 GDPR; DLN-08). */
export const scopeQuestionFacts = group({
  ...ADDRESSED_HEAD,
  found: group(
    {
      records: count(0, 'the number of records is missing', 'say how many were found so far'),
      sources: count(1, 'the number of sources is missing', 'say in how many'),
    },
    'it is not said how much was found',
  ),
  threshold: group({
    records: count(0, 'the threshold has no number of records', 'take it from the rules of the controller'),
    sources: count(0, 'the threshold has no number of sources', 'take it from the rules of the controller'),
  }).exactOptional(),
  parts: several(
    text('a part has no name', 'name it in words'),
    'there is nothing to choose from',
    'name parts: a service, a kind of data, a period',
  ),
  information: oneOf(
    ['enclosed', 'separately'],
    'it is not said how the information on the use of the data is sent meanwhile (DLN-08)',
  ),
  answerBy: ANSWER_BY,
  dueOn: DUE_ON,
  clock: CLOCK,
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  stillToCome(facts, 'answerBy', facts.answerBy, context);
  const { records, sources } = facts.threshold ?? DEFAULT_DEADLINE_RULES.largeQuantity;
  const isLarge = facts.found.records > records || facts.found.sources > sources;
  need(context, isLarge, 'found', 'this is no large quantity (produce everything without a question, rec. 63)');
});
