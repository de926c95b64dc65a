import { Secret } from '@habeas/connector-sdk';
import { type LocalDate, parseLocalDate } from '@habeas/core/law';
import { z } from 'zod';

/**
 * Facts of letters, each with the sentence that is said where it is missing: what is wrong, and in brackets what to do. No message
 * repeats what was given: it may be somebody's data.
 */
const LONGEST = 4_000;

function said(what: string, remedy: string): { readonly error: string } {
  return { error: `${what} (${remedy})` };
}

/** Words that a person will read, in the language of the letter. */
export function text(what: string, remedy: string): z.ZodString {
  const error = said(what, remedy);
  return z
    .string(error)
    .trim()
    .min(1, { ...error, abort: true })
    .max(LONGEST, `the text is longer than ${String(LONGEST)} signs (say it more briefly)`);
}

/** A day of the calendar. */
export function day(what: string, remedy = 'write it as YYYY-MM-DD'): z.ZodCustom<LocalDate, LocalDate> {
  const isDay = (value: unknown): boolean => typeof value === 'string' && parseLocalDate(value) !== undefined;
  return z.custom<LocalDate>(isDay, said(what, remedy));
}

/** One of a closed list. */
export function oneOf<const Values extends readonly string[]>(
  values: Values,
  what: string,
): z.ZodEnum<{ readonly [Value in Values[number]]: Value }> {
  return z.enum(values, said(what, `one of: ${values.join(', ')}`));
}

/** At least one. */
export function several<Item extends z.ZodType>(item: Item, what: string, remedy: string): z.ZodReadonly<z.ZodArray<Item>> {
  const error = said(what, remedy);
  return z.array(item, error).min(1, error).readonly();
}

/** A yes or no that somebody has to give. */
export function yesOrNo(what: string): z.ZodBoolean {
  return z.boolean(said(what, 'say true or false'));
}

/** A whole number, from a least one on. */
export function count(least: number, what: string, remedy: string): z.ZodInt {
  const error = said(what, remedy);
  return z.int(error).min(least, error);
}

/** Something of the person: it opens in the letter, and nowhere else. */
export function personal(what: string, remedy: string): z.ZodCustom<Secret<string>, Secret<string>> {
  const isGiven = (value: unknown): boolean => value instanceof Secret && String(value.reveal()).trim() !== '';
  return z.custom<Secret<string>>(isGiven, said(what, remedy));
}

/** A group of facts; a key that it does not know is a sign that another letter is meant (DLN-11). */
export function group<Shape extends z.ZodRawShape>(
  shape: Shape,
  what = 'the facts are missing',
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `this letter has no ${(keys as readonly string[]).join(', ')} (leave it out, or choose the letter that has it)`
        : `${what} (give a group of facts)`,
  });
}

/** Notes a fact that does not go with the others, unless it holds. */
export function need(context: z.RefinementCtx, holds: boolean, path: string, message: string): void {
  if (!holds) context.addIssue({ code: 'custom', path: path.split('.'), message });
}

/** What every letter knows. The name is the only thing of the person that its head shows. */
export const HEAD = {
  reference: text('there is no reference', 'give the one that the person can quote'),
  receivedOn: day('the day on which the request was received is missing'),
  date: day('the letter has no date'),
};

/** The head of a letter that may be addressed by name: not the notice that goes by plain e-mail (DEL-01). */
export const ADDRESSED_HEAD = {
  ...HEAD,
  addressee: personal('the name is not a Secret, or empty', 'wrap it, or leave it out').exactOptional(),
};

/** No letter is older than the request that it answers. */
export function afterReceipt({ date, receivedOn }: { date: LocalDate; receivedOn: LocalDate }, context: z.RefinementCtx): void {
  need(context, date >= receivedOn, 'date', 'the letter is dated before the request was received (correct one of the two days)');
}

/** A day that is still to come when the letter is written, or is that day. */
export function stillToCome(facts: { readonly date: LocalDate }, path: string, until: LocalDate, context: z.RefinementCtx): void {
  need(context, until >= facts.date, path, 'the day is over when the letter is written (give a later one)');
}
