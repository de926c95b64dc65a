import type { AnswerChannel } from '../delivery/channel.js';

/**
 * What a request makes necessary outside this service.
 *
 * - `forward`: what is held for another controller is theirs to answer, so the request is passed on to them (Art. 26(3), 28(3)(e); INT-07)
 * - `hand_out`: an answer that does not go by a link is handed out by a person, by the channel that was chosen (DEL-02)
 * - `after_death`: the person has died, so somebody decides what becomes of their data (LIL art. 84-86; PER-06). Nothing is deleted by it
 */
export type DutyKind = 'forward' | 'hand_out' | 'after_death';

/** How each kind can end. */
export const DUTY_OUTCOMES = {
  forward: ['forwarded', 'not_reached', 'nothing_to_forward'],
  hand_out: ['handed_out', 'came_back'],
  after_death: ['directives_followed', 'erased', 'kept', 'not_deceased'],
} as const satisfies Readonly<Record<DutyKind, readonly string[]>>;

/** See {@link DUTY_OUTCOMES}. */
export type DutyOutcome = (typeof DUTY_OUTCOMES)[DutyKind][number];

/** How a duty ended. */
export interface DutyEnd {
  readonly outcome: DutyOutcome;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The member of staff, by id. */
  readonly by: string;
}

/** One duty as it is kept: facts without names, which stay when everything else was destroyed. What people wrote is in the case file. */
export interface Duty {
  /** In its request: `d1`. */
  readonly id: string;
  readonly kind: DutyKind;
  /** Of `forward`: the activity of the register, which names whose data they are. */
  readonly activity?: string;
  /** Of `forward`: how many records were found when it was noted. */
  readonly records?: number;
  /** Of `hand_out`: how. */
  readonly channel?: AnswerChannel;
  /** ISO 8601, UTC. */
  readonly notedAt: string;
  /** The worker or the member of staff, by id. */
  readonly notedBy: string;
  /** Missing while it is open. */
  readonly end?: DutyEnd;
}

/** What of the records that were found is held for other controllers: an activity of the register, and how many there are. */
export interface HeldForOther {
  readonly activity: string;
  readonly records: number;
}

/** Who notes something, and when. */
interface Noted {
  readonly at: Date;
  readonly by: string;
}

/** The duties of a request and one for each activity that has none: what was passed on once is not asked for again (INT-07). */
export function withForwards(duties: readonly Duty[], held: readonly HeldForOther[], noted: Noted): readonly Duty[] {
  const known = new Set(duties.map(({ activity }) => activity));
  return held
    .filter(({ activity }) => !known.has(activity))
    .reduce((all, { activity, records }) => withDuty(all, { kind: 'forward', activity, records }, noted), duties);
}

/** The duties of a request and one more. */
export function withDuty(
  duties: readonly Duty[],
  duty: Pick<Duty, 'kind' | 'activity' | 'records' | 'channel'>,
  { at, by }: Noted,
): readonly Duty[] {
  return [...duties, { id: nextDuty(duties), ...duty, notedAt: at.toISOString(), notedBy: by }];
}

/** What the next duty of a request is called. */
export function nextDuty(duties: readonly Duty[]): string {
  return `d${String(duties.length + 1)}`;
}

/** Whether a duty of that kind is open. */
export function hasOpenDuty(duties: readonly Duty[], kind: DutyKind): boolean {
  return duties.some((duty) => duty.kind === kind && duty.end === undefined);
}
