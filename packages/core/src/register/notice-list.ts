import { isStated } from './backing.js';
import { isOutside, type Recipient } from './recipient.js';
import type { Register } from './register.js';

/** Somebody who has to be told where data are rectified, erased or restricted. */
export interface NoticeRecipient {
  /** In the register. */
  readonly id: string;
  readonly recipient: Recipient;
  /** Those of the person's activities whose data it receives. */
  readonly activities: readonly string[];
  /** Nobody has confirmed that it receives them. */
  readonly isAssumed: boolean;
}

/** Whom a notice of Art. 19 has to reach, and of what nobody can say it. */
export interface NoticeList {
  readonly recipients: readonly NoticeRecipient[];
  /** Activities of which the register does not state who receives data: the list lacks those. */
  readonly unstated: readonly string[];
}

/**
 * Who receives data of these activities, so that each can be told later of a rectification, an erasure or a restriction, and the
 * person of them (PRF-05; Art. 19 GDPR). For the officer: recipients that are only assumed are on it, and marked. In the order of the
 * register, each once.
 */
export function noticeList({ activities, recipients }: Register, concerned: readonly string[]): NoticeList {
  const known = Object.entries(activities).filter(([id]) => concerned.includes(id));
  return {
    recipients: Object.entries(recipients).flatMap(([id, recipient]) => {
      const receiving = known.filter(([, activity]) => activity.recipients?.includes(id) === true).map(([activity]) => activity);
      if (receiving.length === 0 || !isOutside(recipient)) return [];
      return [{ id, recipient, activities: receiving, isAssumed: !isStated(recipient) }];
    }),
    unstated: concerned.filter((id) => !Object.hasOwn(activities, id) || activities[id]?.recipients === undefined),
  };
}
