import { IDENTIFIER_KINDS } from '@habeas/connector-sdk';
import { addMonths, DIRECT_COSTS, type LocalDate } from '@habeas/core/law';
import { z } from 'zod';
import { caseFile, searchFacts } from './answer-facts.js';
import { ADDRESSED_HEAD, afterReceipt, count, day, group, need, oneOf, several, stillToCome, text, yesOrNo } from './fact.js';
import { EXCLUDED_GROUNDS, groundText, lawReference } from './ground-text.js';

/** Why a request can be refused as a whole (Art. 11(2), 12(4)-(6), 23 GDPR; OUT-03, OUT-05, OUT-07, IDV-07, IDV-08). Closed on purpose. */
export const REFUSAL_GROUNDS = [
  'manifestly_unfounded',
  'excessive',
  'abuse',
  'legal_restriction',
  'unidentifiable',
  'identity_not_proved',
  'authority_not_shown',
] as const;

/** The grounds that only a data protection officer can decide on, with evidence (Art. 12(5) GDPR; OUT-03, OUT-05). */
const FOR_THE_DPO: ReadonlySet<string> = new Set(['manifestly_unfounded', 'excessive', 'abuse']);

/** Months after which a repeated request is never excessive (OUT-04). */
const NEVER_EXCESSIVE_AFTER = 12;

const lastRequestOn = day('the day of the earlier request is missing');
const evidence = groundText('there is no evidence', 'say what shows it: the burden is the controller’s (Art. 12(5))');

const ground = z.discriminatedUnion(
  'ground',
  [
    group({ ground: z.literal('manifestly_unfounded'), evidence }),
    group({ ground: z.literal('excessive'), lastRequestOn, evidence }),
    group({
      ground: z.literal('abuse'),
      aim: groundText('the objective side is missing', 'say what shows that the aim of the right is not pursued (C-526/24)'),
      intent: groundText('the subjective side is missing', 'say what shows the intent to gain by artifice (C-526/24)'),
    }),
    group({
      ground: z.literal('legal_restriction'),
      lawRef: lawReference(),
      why: groundText('it is not said why', 'say how the law applies here'),
    }),
    group({
      ground: z.literal('unidentifiable'),
      demonstration: groundText('the demonstration is missing', 'show that nobody can be identified (Art. 11(2))'),
      wouldHelp: several(
        oneOf(IDENTIFIER_KINDS, 'this is no kind of identifier'),
        'it is not said what would help',
        'leave it out where nothing would',
      ).exactOptional(),
    }),
    group({
      ground: z.literal('identity_not_proved'),
      doubt: groundText('the doubt is missing', 'say what remains doubtful (Art. 12(6))'),
    }),
    group({
      ground: z.literal('authority_not_shown'),
      doubt: groundText('it is not said what is missing', 'say what of the authority is not shown (Art. 12(6))'),
    }),
  ],
  { error: ({ input }) => groundFault(input) },
);

/** A ground of a refusal, with what it rests on. */
export type RefusalGround = z.infer<typeof ground>;

function groundFault(input: unknown): string {
  const named = typeof input === 'object' && input !== null && 'ground' in input ? String(input.ground) : '';
  const excluded = Object.entries(EXCLUDED_GROUNDS).find(([code]) => code === named)?.[1];
  return excluded ?? `this is no ground for a refusal (one of: ${REFUSAL_GROUNDS.join(', ')})`;
}

/** Nothing negative is decided by a rule: somebody did, and it is known who (OUT-03, OUT-08). */
const decision = group(
  {
    by: text('it is not said who decided', 'name the member of staff, by id'),
    isDpo: yesOrNo('it is not said whether a data protection officer decided'),
    at: text('it is not said when it was decided', 'give the instant, in UTC'),
  },
  'nobody has decided it',
);

/** Facts of a refusal of the whole (Art. 12(4) GDPR; OUT-02). */
export const refusalFacts = group({
  ...ADDRESSED_HEAD,
  dueOn: day('the day by which the answer was due is missing'),
  grounds: several(ground, 'there are no reasons', 'a refusal gives its reasons (Art. 12(4))'),
  decision,
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  facts.grounds.forEach((each, index) => {
    const path = `grounds.${String(index)}`;
    const isDecided = !FOR_THE_DPO.has(each.ground) || facts.decision.isDpo;
    need(context, isDecided, path, 'only a data protection officer decides this (OUT-03)');
    if (each.ground === 'excessive') checkRepetition(each.lastRequestOn, facts.receivedOn, `${path}.lastRequestOn`, context);
  });
});

function checkRepetition(earlier: LocalDate, receivedOn: LocalDate, path: string, context: z.RefinementCtx): void {
  need(context, earlier <= receivedOn, path, 'the earlier request came later (correct one of the two days)');
  const isRecent = receivedOn < addMonths(earlier, NEVER_EXCESSIVE_AFTER);
  need(context, isRecent, path, 'after a year or more a request is never excessive (answer it, OUT-04)');
}

const same = (thing: string): z.ZodLiteral<true> =>
  z.literal(true, `the copy is not of the same ${thing}, so it is a first one (which is free, OUT-06)`);

const cause = z.discriminatedUnion(
  'for',
  [
    group({
      for: z.literal('further_copy'),
      firstCopyOn: day('the day of the first copy is missing'),
      isSameScope: same('scope'),
      isSamePeriod: same('period'),
    }),
    group({ for: z.literal('excess'), lastRequestOn, evidence, decision }),
    group({ for: z.literal('unfounded'), evidence, decision }),
  ],
  {
    error: 'it is not said what the fee is for (for: further_copy, excess or unfounded; a first copy is free, Art. 12(5), 15(3))',
  },
);

/** Facts of the announcement of a fee (Art. 12(5), 15(3) GDPR; OUT-06). The amount is the sum of the costs, and so nothing else. */
export const feeFacts = group({
  ...ADDRESSED_HEAD,
  cause,
  costs: several(
    group({
      cost: oneOf(DIRECT_COSTS, 'this is no direct cost of the copy'),
      cents: count(1, 'the cost has no amount', 'give it in the smallest unit of the currency, from 1 on'),
    }),
    'the costs are missing',
    'name each: the fee is their sum',
  ),
  currency: z
    .string('the currency is missing (as three letters: EUR)')
    .regex(/^[A-Z]{3}$/u, 'this is no currency (three letters: EUR)'),
  answerBy: day('the day by which an answer is wanted is missing'),
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  stillToCome(facts, 'answerBy', facts.answerBy, context);
  const { cause: reason } = facts;
  if (reason.for === 'further_copy') {
    const isLater = reason.firstCopyOn <= facts.date;
    need(context, isLater, 'cause.firstCopyOn', 'the first copy came after this letter (correct one of the two days)');
    return;
  }
  need(
    context,
    reason.decision.isDpo,
    'cause.decision.isDpo',
    'only a data protection officer decides that a request is excessive or unfounded (OUT-03)',
  );
  if (reason.for === 'excess') checkRepetition(reason.lastRequestOn, facts.receivedOn, 'cause.lastRequestOn', context);
});

const position = z.discriminatedUnion(
  'why',
  [
    group({ why: z.literal('nothing_held'), search: searchFacts }),
    group({
      why: z.literal('not_controller'),
      explanation: text('it is not explained', 'say whose data these are, as far as is known'),
    }),
  ],
  { error: 'it is not said why the request is not for this organisation (why: nothing_held or not_controller)' },
);

/** Facts of the answer that another organisation is meant (INT-10). */
export const wrongControllerFacts = group({
  ...ADDRESSED_HEAD,
  position,
  meantFor: text('the other organisation has no name', 'leave it out where it is not known').exactOptional(),
  forwarded: z.literal(
    false,
    'a request is not passed on without the person’s agreement (confirm with false that nothing was, INT-10)',
  ),
  caseFile,
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  const { position: said } = facts;
  if (said.why !== 'nothing_held') return;
  need(context, said.search.isComplete, 'position.search.isComplete', 'the search is not complete (complete it first, SCP-09)');
  need(context, said.search.records === 0, 'position.search.records', 'something was found (answer the request)');
});
