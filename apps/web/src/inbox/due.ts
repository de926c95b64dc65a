import type { Filling, SayKey } from '../words/words.js';

const DAY_MS = 86_400_000;
const SOON_DAYS = 7;

/** How near a due date is. */
export interface Due {
  readonly text: SayKey;
  readonly filling: Filling;
  readonly urgency: 'over' | 'soon' | 'later';
  /** An instant of the last safe day. */
  readonly lastDay: string;
}

/** `dueAt` is the end of the last safe day, where the controller is. */
export function dueOf(dueAt: string, now: number): Due {
  const end = new Date(dueAt).getTime();
  const lastDay = new Date(end - 1).toISOString();
  const days = Math.floor((end - now) / DAY_MS);
  if (end <= now) return { text: 'due.over', filling: { count: Math.ceil((now - end) / DAY_MS) || 1 }, urgency: 'over', lastDay };
  if (days === 0) return { text: 'due.today', filling: {}, urgency: 'soon', lastDay };
  return { text: 'due.in', filling: { count: days }, urgency: days <= SOON_DAYS ? 'soon' : 'later', lastDay };
}
