import type { Wording } from '../wording/wording.js';
import type { Backed } from './backing.js';
import type { OverrideGround } from '../retention/rule.js';

/** A length of time as ISO 8601 has it: `P2Y`, `P18M`, `P0D` for at once. */
export interface RetentionPeriod extends Backed {
  readonly length: string;
}

/** Where no period is given: by what the end is determined (Art. 13(2)(a), "the criteria used"). */
export interface RetentionCriterion extends Backed {
  readonly text: Wording;
  /** The event or the law, by its name, that fixes the end. "Applicable periods" names none. */
  readonly fixedBy?: string;
}

/** What keeps data longer than the rule says. */
export interface RetentionOverride extends Backed {
  readonly because: OverrideGround;
  /** The law, by its name, where one demands it. */
  readonly law?: string;
  /** From when it runs, where that is another moment than the rule's. */
  readonly anchor?: string;
  readonly length?: string;
  readonly until?: Wording;
}

/** How long data are kept (RET-01), for all of an activity or for some of its subjects or fields. */
export interface RegisterRetention extends Backed {
  /** Whose data; without it everybody's of the activity. */
  readonly subjects?: readonly string[];
  /** Which fields; without it all of the activity. */
  readonly fields?: readonly string[];
  /** The moments it runs from, such as `membership.endedAt`. Without one the end is indeterminate, and never guessed (RET-07). */
  readonly anchor?: readonly string[];
  /** Which of several anchors counts. */
  readonly combine?: 'later_of' | 'earlier_of';
  readonly period?: RetentionPeriod;
  readonly criterion?: RetentionCriterion;
  /** It does not begin to run while this goes on, such as `membership`. */
  readonly whileOpen?: string;
  readonly then?: 'delete' | 'anonymise' | 'archive';
  readonly overrides?: readonly RetentionOverride[];
}
