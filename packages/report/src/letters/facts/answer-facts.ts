import { IDENTIFIER_KINDS } from '@habeas/connector-sdk';
import { POLICY_RIGHTS, requireGrounds } from '@habeas/core/law';
import { Refused } from '@habeas/core';
import { z } from 'zod';
import {
  ADDRESSED_HEAD,
  afterReceipt,
  count,
  day,
  group,
  need,
  oneOf,
  personal,
  several,
  stillToCome,
  text,
  yesOrNo,
} from './fact.js';
import { groundText, lawReference } from './ground-text.js';

/** What can come with an answer (FMT-03). */
export const ENCLOSURES = ['report', 'archive', 'original_files', 'guide'] as const;

/** The rights that an answer always tells of, whatever the basis (Art. 15(1)(e) GDPR; REP-07). */
export const STANDING_RIGHTS = ['rectification', 'erasure', 'restriction'] as const;

/** What the file of a request holds (INT-09, OUT-01). */
export const CASE_FILE_PARTS = ['request', 'identifiers', 'correspondence', 'identity_check', 'search_log'] as const;

/** Why something is left out of an answer (Art. 12(4), 15(4), 23 GDPR; TPD-03, TPD-05). Closed on purpose. */
export const OMISSION_REASONS = [
  'third_party',
  'secrecy_of_correspondence',
  'staff_identity',
  'trade_secret',
  'intellectual_property',
  'legal_restriction',
  'other_controller',
  'not_searched',
] as const;

/** What was searched, and with what end (OUT-01, SCP-09). See `letterSearch`, which makes it from an account. */
export const searchFacts = group(
  {
    snapshotOn: day('the day of the search is missing'),
    sources: several(
      text('a source has no title', 'name it as the person knows it'),
      'no source was searched',
      'name those that were',
    ),
    isComplete: yesOrNo('it is not said whether the search is complete'),
    records: count(0, 'the number of records is missing', 'say how many were found'),
  },
  'it is not said what was searched',
);

/** The file of the request, which is all that is held where nothing else is (OUT-01). */
export const caseFile = group(
  {
    holds: several(oneOf(CASE_FILE_PARTS, 'this is no part of a case file'), 'the case file holds nothing', 'say what it holds'),
    keptUntil: day('it is not said how long the file of this request is kept'),
  },
  'it is not said what the file of this request holds',
);

const delivery = z.discriminatedUnion(
  'by',
  [
    group({
      by: z.literal('download'),
      until: day('it is not said until when the answer can be downloaded'),
      downloads: count(1, 'the number of downloads is no number', 'leave it out where there is no limit').exactOptional(),
    }),
    group({ by: z.enum(['post', 'handed_over']) }),
  ],
  { error: 'it is not said how the answer comes (by: download, post or handed_over)' },
);

const ANSWER = {
  ...ADDRESSED_HEAD,
  dueOn: day('the day by which the answer was due is missing').describe(
    'The last day that the law leaves, extended and paused as it was.',
  ),
  search: searchFacts,
};

const GIVEN = {
  ...ANSWER,
  enclosed: several(
    oneOf(ENCLOSURES, 'this cannot be enclosed'),
    'nothing is enclosed',
    'an answer comes with the data (Art. 15(3))',
  ),
  delivery,
  rights: several(
    oneOf(POLICY_RIGHTS, 'this is no right'),
    'no rights are named',
    'name those that the bases give (Art. 15(1)(e))',
  ),
};

type Given = z.infer<ReturnType<typeof group<typeof GIVEN>>>;

function checkSearch({ search, date }: Pick<Given, 'search' | 'date'>, context: z.RefinementCtx): void {
  need(context, search.snapshotOn <= date, 'search.snapshotOn', 'the search lies after the letter (correct one of the two days)');
}

function checkGiven(facts: Given, context: z.RefinementCtx): void {
  const { search, rights, delivery: way } = facts;
  afterReceipt(facts, context);
  checkSearch(facts, context);
  need(context, search.records > 0, 'search.records', 'nothing was found (write no_data instead)');
  const missing = STANDING_RIGHTS.filter((right) => !rights.includes(right));
  need(context, missing.length === 0, 'rights', `these rights always exist: ${missing.join(', ')} (add them, Art. 15(1)(e))`);
  if (way.by === 'download') stillToCome(facts, 'delivery.until', way.until, context);
}

/** Facts of an answer with everything in it (Art. 15(1) and (3) GDPR; REP-07). */
export const answerFacts = group(GIVEN).superRefine((facts, context) => {
  checkGiven(facts, context);
  const remedy = 'complete the search, or write partial_answer';
  need(context, facts.search.isComplete, 'search.isComplete', `the search is not complete (${remedy}, SCP-09)`);
});

const what = text('it is not said what is left out', 'name it without telling it');
const why = groundText('it is not said why', 'say what its disclosure would do, or what stood in the way');
const leftOut = z.discriminatedUnion(
  'reason',
  [
    group({ reason: z.enum(['third_party', 'secrecy_of_correspondence', 'staff_identity']), what }),
    group({
      reason: z.enum(['trade_secret', 'intellectual_property']),
      what,
      interest: group(
        { holder: text('the holder is missing', 'say whose secret or work it is (TPD-05)'), why },
        'the interest is missing',
      ),
    }),
    group({ reason: z.literal('legal_restriction'), what, lawRef: lawReference(), why }),
    group({
      reason: z.literal('other_controller'),
      what,
      controller: text('the controller is missing', 'name who answers for it (INT-07)'),
    }),
    group({
      reason: z.literal('not_searched'),
      what,
      why,
      next: text('it is not said what comes next', 'say when or how it is made good'),
    }),
  ],
  { error: `there is no reason for leaving it out (one of: ${OMISSION_REASONS.join(', ')})` },
);

/** Something that is left out, and why. */
export type Omission = z.infer<typeof leftOut>;

/** Facts of an answer with something left out: a refusal in part (Art. 12(4) GDPR; OUT-02, TPD-03). */
export const partialAnswerFacts = group({
  ...GIVEN,
  leftOut: several(leftOut, 'nothing is named that is left out', 'list each with its reason, or write answer'),
}).superRefine((facts, context) => {
  checkGiven(facts, context);
  const isGapNamed = facts.leftOut.some(({ reason }) => reason === 'not_searched');
  const unsaid = 'the search is not complete and no line says so (add one with the reason not_searched, SCP-09)';
  need(context, facts.search.isComplete || isGapNamed, 'leftOut', unsaid);
  facts.leftOut.forEach((omission, index) => {
    const fault = interestFault(omission);
    need(context, fault === undefined, `leftOut.${String(index)}.interest`, fault ?? '');
  });
});

/** What core says against a secret or a work that is kept back (TPD-05). The decision itself was made where it was redacted. */
function interestFault(omission: Omission): string | undefined {
  if (omission.reason !== 'trade_secret' && omission.reason !== 'intellectual_property') return undefined;
  try {
    requireGrounds(omission, { by: 'as decided', isDpo: true, at: '' });
    return undefined;
  } catch (fault) {
    if (fault instanceof Refused) return fault.message;
    throw fault;
  }
}

/** Facts of the answer that nothing was found (Art. 15(1) GDPR; OUT-01). */
export const noDataFacts = group({
  ...ANSWER,
  identifiers: several(
    group({
      kind: oneOf(IDENTIFIER_KINDS, 'this is no kind of identifier'),
      value: personal('the identifier is not a Secret, or empty', 'wrap it'),
    }),
    'it is not said what was searched for',
    'name the identifiers',
  ),
  caseFile,
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  checkSearch(facts, context);
  const { isComplete, records } = facts.search;
  const unsure = 'the search is not complete: nobody can say that there is nothing (complete it first, OUT-01, SCP-09)';
  need(context, isComplete, 'search.isComplete', unsure);
  need(context, records === 0, 'search.records', 'something was found (write answer or partial_answer)');
});
