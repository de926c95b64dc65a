import type { ErrorClass, JsonValue } from '@habeas/connector-sdk';
import type { ResponseRule } from './responses-schema.js';
import { valuesAt } from '../template/json-path.js';

/** What a reply says. */
export type Meaning = 'answer' | 'empty' | 'taken' | ErrorClass;

/** Statuses that one request has a meaning of its own for: that there is nothing, or that it was taken, whatever else is said. */
export type OwnMeanings = Readonly<Record<number, 'empty' | 'taken'>>;

/** A reply as far as its meaning goes. */
export interface ReplyToRead {
  readonly status: number;
  /** `undefined` where it is not JSON, or was not looked at. */
  readonly body: JsonValue | undefined;
}

/**
 * What a reply means: by the first rule that holds; then by what the request itself says of the status; then as everywhere. Rules
 * come first, so that a status that may also mean a throttle is not taken for "nothing there".
 */
export function meaningOf(reply: ReplyToRead, rules: readonly ResponseRule[], own: OwnMeanings): Meaning {
  return rules.find((rule) => holds(rule, reply))?.means ?? own[reply.status] ?? usualMeaning(reply.status);
}

function holds({ status, at, is, exists = true, json }: ResponseRule, reply: ReplyToRead): boolean {
  if (!status.includes(reply.status)) return false;
  if (json !== undefined && json !== (reply.body !== undefined)) return false;
  if (at === undefined) return true;
  const found = valuesAt(reply.body ?? null, at).filter((value) => value !== null || is !== undefined);
  if (is === undefined) return found.length > 0 === exists;
  return found.some((value) => is.some((wanted) => wanted === value));
}

const USUAL: Readonly<Record<number, Meaning>> = {
  204: 'empty',
  401: 'auth',
  403: 'permission',
  404: 'not-found',
  408: 'transient',
  410: 'not-found',
  429: 'throttle',
};

function usualMeaning(status: number): Meaning {
  const known = USUAL[status];
  if (known !== undefined) return known;
  if (status >= 500) return 'transient';
  return status >= 200 && status < 300 ? 'answer' : 'contract';
}
