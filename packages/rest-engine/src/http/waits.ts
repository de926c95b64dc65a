/** How a header says when to come back. */
export type WaitForm = 'seconds' | 'milliseconds' | 'epoch-seconds' | 'epoch-milliseconds' | 'date';

/** A `Retry-After` (RFC 9110 § 10.2.3: seconds, or a date) in milliseconds from now; `undefined` where it says nothing. */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  return waitMs(value, 'seconds', now) ?? waitMs(value, 'date', now);
}

/** What a header of this form says, in milliseconds from now and never less than none; `undefined` where it says nothing. */
export function waitMs(value: string | undefined, form: WaitForm, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (form === 'date') {
    const date = Date.parse(text);
    return Number.isNaN(date) || !/[a-z]/iu.test(text) ? undefined : Math.max(0, date - now);
  }
  if (!/^\d+(?:\.\d+)?$/u.test(text)) return undefined;
  const number = Number(text);
  const milliseconds = form.endsWith('milliseconds') ? number : number * 1000;
  return form.startsWith('epoch') ? Math.max(0, milliseconds - now) : milliseconds;
}
