import { OVERRIDE_GROUNDS } from '@habeas/core/law';
import { z } from 'zod';
import { backing, bilingualSchema, nameSchema, periodSchema, textSchema } from './backing-schema.js';

const names = z.array(nameSchema).min(1).exactOptional();

/** A moment of a record or of its subject, such as `membership.endedAt`. */
const moment = z.string().regex(/^[a-z]\w*(?:\.[a-z]\w*)*$/u, 'expected a moment such as membership.endedAt');

/** A rule of retention as a person writes it. */
export const retentionRuleSchema = z.strictObject({
  subjects: names.describe("Whose data; without it everybody's."),
  fields: names.describe('Which fields; without it all.'),
  anchor: z
    .union([moment.transform((one) => [one]), z.array(moment).min(1)])
    .exactOptional()
    .describe('The moment it runs from, or several with combine.'),
  combine: z.enum(['later_of', 'earlier_of']).exactOptional(),
  period: z
    .union([periodSchema.transform((length) => ({ length })), z.strictObject({ length: periodSchema, ...backing })])
    .exactOptional()
    .describe('P2Y, or a group of keys with length where it is assumed.'),
  criterion: z
    .strictObject({
      text: bilingualSchema,
      fixedBy: textSchema.exactOptional().describe('The event or the law, by its name, that fixes the end.'),
      ...backing,
    })
    .exactOptional()
    .describe('Where no period is given: by what the end is determined.'),
  whileOpen: moment.exactOptional().describe('It does not begin to run while this goes on.'),
  then: z.enum(['delete', 'anonymise', 'archive']).exactOptional(),
  overrides: z
    .array(
      z.strictObject({
        because: z.enum(OVERRIDE_GROUNDS),
        law: textSchema.exactOptional().describe('By its name.'),
        anchor: moment.exactOptional(),
        length: periodSchema.exactOptional(),
        until: bilingualSchema.exactOptional(),
        ...backing,
      }),
    )
    .min(1)
    .exactOptional()
    .describe('What keeps data longer.'),
  ...backing,
});
