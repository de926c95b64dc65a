import type { NotedWords, CaseFile } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import { type Breach, isLate, notifyBy } from './breach.js';

/** A breach as it stands. */
export interface BreachView extends Breach {
  readonly notifyBy: Date;
  /** Whole minutes until then, none below nothing. Missing once it is ended. */
  readonly minutesLeft?: number;
  readonly isLate: boolean;
  /** What was written when it was noted, and when it was ended. Gone once the request is shredded. */
  readonly words?: string;
  readonly endWords?: string;
}

/** The breaches of a request, in the order they were noted (DEL-03). */
export function viewBreaches(
  { breaches = [] }: Pick<DataRequest, 'breaches'>,
  { breachWords = [] }: Pick<CaseFile, 'breachWords'>,
  at: Date,
): readonly BreachView[] {
  return breaches.map((breach) => {
    const until = notifyBy(breach);
    const left = Math.max(0, Math.floor((until.getTime() - at.getTime()) / 60_000));
    const [words, endWords] = [textOf(breachWords, breach, 'note'), textOf(breachWords, breach, 'end')];
    return {
      ...breach,
      notifyBy: until,
      isLate: isLate(breach, at),
      ...(breach.end === undefined ? { minutesLeft: left } : {}),
      ...(words === undefined ? {} : { words }),
      ...(endWords === undefined ? {} : { endWords }),
    };
  });
}

function textOf(words: readonly NotedWords[], { id }: Breach, event: NotedWords['event']): string | undefined {
  return words.find((each) => each.about === id && each.event === event)?.text;
}
