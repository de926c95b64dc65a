import type { Origin } from '@habeas/connector-sdk';
import {
  ADM_LEVELS,
  ARTICLE_9_CONDITIONS,
  BASES,
  CONTROLLER_ROLES,
  RECIPIENT_ROLES,
  SAFEGUARDS,
  SPECIAL_CATEGORIES,
  UNNAMED_REASONS,
} from '@habeas/core/law';
import { z } from 'zod';
import { backing, bilingualSchema, countrySchema, nameSchema, textSchema } from './backing-schema.js';
import { retentionRuleSchema } from './retention-schema.js';

const ORIGINS = ['provided', 'observed', 'derived', 'inferred', 'third_party'] as const satisfies readonly Origin[];
const text = bilingualSchema.exactOptional();
const ids = z.array(nameSchema);
const roleName = z.enum(CONTROLLER_ROLES);

const purpose = z.strictObject({
  title: bilingualSchema,
  marketing: z.literal(true).exactOptional().describe('Advertising or canvassing.'),
  bases: z
    .array(
      z.strictObject({
        basis: z.enum(BASES).describe('Art. 6(1) GDPR.'),
        interest: text.describe('The interest pursued, where that is the basis.'),
        ...backing,
      }),
    )
    .min(1)
    .exactOptional(),
  ...backing,
});

const field = z.strictObject({
  title: bilingualSchema,
  category: textSchema.describe('A term of the W3C Data Privacy Vocabulary, such as pd:EmailAddress.'),
  origin: z.enum(ORIGINS).describe('Decides what is portable.'),
  special: z.array(z.enum(SPECIAL_CATEGORIES)).min(1).exactOptional().describe('What of Art. 9 or 10 it tells, also indirectly.'),
  ...backing,
});

const system = z.strictObject({
  name: textSchema,
  manual: z.literal(true).exactOptional().describe('Paper, or a store that no connector reads.'),
  ...backing,
});

const collectedFrom = z.strictObject({
  title: bilingualSchema,
  thirdParty: z.literal(true).exactOptional().describe('Not from the person.'),
  ...backing,
});

const adm = z.strictObject({
  level: z.enum(ADM_LEVELS),
  logic: text,
  inputs: text,
  effect: text,
  consequences: text,
  humanRole: text,
  ...backing,
});

/** A recipient as a person writes it. */
export const recipientSchema = z.strictObject({
  title: bilingualSchema,
  name: textSchema.exactOptional().describe('Who exactly.'),
  unnamedBecause: z.enum(UNNAMED_REASONS).exactOptional().describe('Why only a category is known.'),
  role: z.enum(RECIPIENT_ROLES),
  location: z
    .strictObject({
      in: z.union([z.literal('worldwide'), z.array(countrySchema).min(1)]).describe('A list of countries, or worldwide.'),
      ...backing,
    })
    .exactOptional()
    .describe('Where it reads the data.'),
  safeguard: z
    .strictObject({ type: z.enum(SAFEGUARDS), text, copyFrom: textSchema.exactOptional(), ...backing })
    .exactOptional()
    .describe('What protects data outside the EEA (Art. 46).'),
  onlyIf: text.describe('The event in which it receives data, where it otherwise does not.'),
  ...backing,
});

/** A processing activity as a person writes it. */
export const activitySchema = z.strictObject({
  title: bilingualSchema,
  role: z
    .union([roleName.transform((is) => ({ is })), z.strictObject({ is: roleName, ...backing })])
    .describe('What the controller is to these data: the role alone, or a group of keys where it is assumed.'),
  onBehalfOf: text.describe('For a processor: whose data they are.'),
  systems: z.array(system).exactOptional(),
  subjects: ids.min(1).exactOptional().describe("Whose data: ids of the register's subjects."),
  purposes: z.record(nameSchema, purpose).exactOptional(),
  fields: z.record(nameSchema, field).exactOptional().describe('What kinds of data. Columns stand in data maps.'),
  article9: z
    .array(z.strictObject({ condition: z.enum(ARTICLE_9_CONDITIONS), ...backing }))
    .min(1)
    .exactOptional()
    .describe('Under which condition of Art. 9(2) special categories are held.'),
  healthFastTrack: z
    .boolean()
    .exactOptional()
    .describe(
      'Whether its health data are due in eight days and not in the first 48 hours (CSP L1111-7): true for health professionals and establishments, false where the officer has decided that it is none.',
    ),
  collectedFrom: z.array(collectedFrom).min(1).exactOptional(),
  recipients: ids.exactOptional().describe("Ids of the register's recipients. An empty list states that there are none."),
  retention: z.array(retentionRuleSchema).min(1).exactOptional(),
  adm: adm.exactOptional().describe('How it decides about people (Art. 22).'),
  ...backing,
});
