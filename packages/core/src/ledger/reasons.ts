import type { LedgerReason } from '../findings/findings.js';
import type { StepResult } from './collection-draft.js';

/** Its matches are doubtful. */
export const WAITS_FOR_HUMAN: LedgerReason = {
  code: 'waits-for-human',
  message: 'Matches wait for a human to decide whether they are this person.',
  remedy: 'Review the queued matches.',
};

/** Nothing leads to it. */
export const NO_WAY: LedgerReason = {
  code: 'no-way',
  message: 'No identifier leads to it, neither directly nor through an owner; a name or a birth date never matches alone.',
  remedy: 'Declare an identifier or an owned reference in the data map, or search it by hand.',
};

/** The end of a read that was not begun or not followed to its end. */
export const NOT_READ: StepResult = {
  outcome: 'skipped',
  reason: {
    code: 'not-read',
    message: 'It was searched, and what was found was not read to the end.',
    remedy: 'Read the findings to their end.',
  },
};

/** The end of a search that has not begun. */
export const NOT_SEARCHED: StepResult = {
  outcome: 'skipped',
  reason: { code: 'not-searched', message: 'It was not searched.', remedy: 'Search again.' },
};

/** It is searched by hand, and its task has not ended (SCP-07). */
export const TASK_OPEN: LedgerReason = {
  code: 'task-open',
  message: 'Somebody has to search it by hand: its task is open.',
  remedy: 'End the task. Where it has ended meanwhile, search again.',
};

/** It is searched by hand, and that could not be done. */
export const TASK_NOT_DONE: LedgerReason = {
  code: 'task-not-done',
  message: 'It is searched by hand, and a person has stated that this could not be done.',
  remedy: 'Decide whether to answer without it.',
};

/** Its records are what a person has found. */
export const SEARCHED_BY_HAND: LedgerReason = {
  code: 'searched-by-hand',
  message: 'It was searched by hand, as a person has stated.',
};

/** A person has found nothing in it. */
export const NOTHING_BY_HAND: LedgerReason = {
  code: 'nothing-by-hand',
  message: 'It was searched by hand, and a person has stated that nothing was found.',
};

/** It declares that it holds nothing about anybody. */
export function declaredEmpty(why: string | undefined): LedgerReason {
  return {
    code: 'declared-empty',
    message: why === undefined ? 'It is declared to hold no personal data.' : `It is declared to hold no personal data: ${why}`,
  };
}

/** It could be searched, by identifiers that nobody knows. */
export function missingKinds(kinds: readonly string[]): LedgerReason {
  const wanted = kinds.map(inWords).join(' or ');
  return {
    code: 'missing-identifiers',
    message: `It can only be searched by ${wanted}, and none is known.`,
    remedy: `Ask for ${wanted}.`,
  };
}

/** Its lookups need a change first. */
export function unusableLookups(kinds: readonly string[]): LedgerReason {
  return {
    code: 'unusable-lookups',
    message: `It cannot be searched by ${kinds.map(inWords).join(' or ')}, though it holds one.`,
    remedy: 'Check the source: its advice says what would make this field searchable.',
  };
}

/** Identifiers of the subject were found, and not searched in it. */
export function beyondLimits(count: number): LedgerReason {
  return {
    code: 'beyond-limits',
    message: `${String(count)} more identifiers of the person were found and not searched: a limit was reached.`,
    remedy: 'Raise the limit of identifiers or of rounds, and search again.',
  };
}

const WORDS: Readonly<Record<string, string>> = { email: 'an e-mail address', phone: 'a phone number' };

/** A kind of identifier (`phone`, `id:shop.customer`) as a person says it. */
function inWords(kind: string): string {
  return WORDS[kind] ?? `an id of ${kind.slice(kind.indexOf(':') + 1)}`;
}
