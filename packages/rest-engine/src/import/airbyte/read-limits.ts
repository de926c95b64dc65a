import type { Given, Group } from '../given.js';

const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/** The policies of an Airbyte budget that count all requests. Those that match some requests only are left to be told. */
export function readLimits(budget: Given): readonly Group[] {
  budget.pass('type', 'ratelimit_reset_header', 'ratelimit_remaining_header', 'status_codes_for_ratelimit_hit');
  return budget.items('policies').flatMap((policy): readonly Group[] => {
    const matchers = policy.get('matchers').value;
    if (Array.isArray(matchers) && matchers.length > 0) return [];
    policy.pass('type', 'matchers');
    return [
      ...policy.items('rates').flatMap((rate) => limitOf(rate, 'limit', 'interval')),
      ...limitOf(policy, 'call_limit', 'period'),
    ];
  });
}

function limitOf(given: Given, rateKey: string, perKey: string): readonly Group[] {
  given.pass('type');
  const rate = given.number(rateKey);
  const per = durationOf(given.look(perKey) ?? '');
  if (rate === undefined || per === undefined) return [];
  given.pass(perKey);
  return [{ rate, per }];
}

/** PT1M30S is 90s. */
function durationOf(text: string): string | undefined {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = ISO.exec(text) ?? [];
  const all = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return all > 0 ? `${String(all)}s` : undefined;
}
