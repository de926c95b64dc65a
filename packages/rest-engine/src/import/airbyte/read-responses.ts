import { entryOf, type Given, type Group } from '../given.js';

/** What replies mean, as the error handler of a requester says it. */
export interface ReadResponses {
  readonly on: Group;
  readonly rules: readonly Group[];
  readonly wait: readonly Group[];
}

const EMPTY = new Set(['400', '404', '410', '422']);
const MEANS: Readonly<Record<string, string>> = { RATE_LIMITED: 'throttle', RETRY: 'transient' };
const WAITS: Readonly<Record<string, string>> = {
  WaitTimeFromHeader: 'seconds',
  WaitUntilTimeFromHeader: 'epoch-seconds',
};

/** The error handlers of a requester: one, or several of a composite. What they cannot say in a manifest is left to be told. */
export function readResponses(requester: Given): ReadResponses {
  const handlers = requester.items('error_handler').flatMap((handler) => {
    const inner = handler.items('error_handlers');
    return inner.length > 0 ? inner : [handler];
  });
  const filters = handlers.flatMap((handler) => handler.items('response_filters'));
  const backoffs = handlers.flatMap((handler) => handler.items('backoff_strategies'));
  return {
    on: Object.fromEntries(filters.flatMap(ignored)),
    rules: filters.flatMap(rules),
    wait: backoffs.flatMap((backoff) => {
      const holds = entryOf(WAITS, backoff.look('type'));
      const header = holds === undefined || backoff.get('regex').exists ? undefined : backoff.text('header');
      return header === undefined || holds === undefined ? [] : [{ header, holds }];
    }),
  };
}

/** The statuses of a filter that looks at nothing else. */
function statusesOf(filter: Given, action: string | undefined): readonly string[] {
  if (action === undefined || filter.get('predicate').exists || filter.get('error_message_contains').exists) return [];
  const codes = filter.get('http_codes').value;
  return (Array.isArray(codes) ? codes : [codes]).map(String).filter((code) => /^[1-5]\d\d$/u.test(code));
}

function ignored(filter: Given): readonly (readonly [string, 'empty'])[] {
  if (filter.get('action').value !== 'IGNORE') return [];
  const statuses = statusesOf(filter, 'IGNORE');
  if (statuses.length === 0 || !statuses.every((status) => EMPTY.has(status))) return [];
  filter.taken();
  return statuses.map((status) => [status, 'empty']);
}

function rules(filter: Given): readonly Group[] {
  const action = String(filter.get('action').value);
  const means = entryOf(MEANS, action);
  const statuses = means === undefined ? [] : statusesOf(filter, action);
  if (statuses.length === 0) return [];
  filter.taken();
  return [{ status: statuses.map(Number), means }];
}
