import type { Duty } from '@habeas/core';
import type { Register } from '@habeas/core/law';
import type { DutyTerms } from './duty.types.js';

/** What the register says of a duty: for whom an activity is carried out, and what the policy promises of the data of the dead. */
export function dutyTerms({ kind, activity = '' }: Pick<Duty, 'kind' | 'activity'>, register: Register | undefined): DutyTerms {
  if (kind === 'forward') {
    const forWhom = register?.activities[activity]?.onBehalfOf;
    return forWhom === undefined ? {} : { forWhom };
  }
  const { withoutDirectives, directives = [] } = register?.postMortem ?? {};
  return { directives, ...(withoutDirectives === undefined ? {} : { promises: withoutDirectives }) };
}
