import { parsePeriod, PERIOD_PATTERN } from '@habeas/core/law';
import { z } from 'zod';

const text = z.string().min(1);

/** A text that is not empty. */
export const textSchema = text;

/** A text in both languages. */
export const bilingualSchema = z.strictObject({ en: text, fr: text }).describe('A text in both languages: { en: …, fr: … }.');

/** The keys that every fact of a register may have: what it rests on. */
export const backing = {
  quote: z
    .strictObject({ line: z.int().min(1).describe('The line of the policy.'), text })
    .exactOptional()
    .describe("Where the controller's policy states it: { line: 12, text: … }."),
  assumed: z
    .literal(true)
    .exactOptional()
    .describe('Nothing states it; it is shown to the officer as to be confirmed. Needs a reason.'),
  reason: text.exactOptional().describe('Why it is assumed.'),
};

/** A fact with nothing but what it rests on. */
export const backedSchema = z.strictObject(backing);

/** A name within a register: of an activity, a recipient, a purpose, a field. */
export const nameSchema = z.string().regex(/^[a-z][a-z0-9_]*$/u, 'a name has lower-case letters, digits and _');

/** A country as ISO 3166-1 alpha-2. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/u, 'expected a country as two capital letters, such as FR');

const NO_PERIOD = 'expected a period such as P2Y, P18M or P30D';

/** A period of whole years, months, weeks or days. */
export const periodSchema = z
  .string()
  .regex(PERIOD_PATTERN, { error: NO_PERIOD, abort: true })
  .refine((text) => parsePeriod(text) !== undefined, NO_PERIOD);
