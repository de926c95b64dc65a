import { BASES, CHANNEL_TYPES, IDENTITY_DEMANDS } from '@habeas/core/law';
import { z } from 'zod';
import { timeZoneSchema } from '../config/time-zone-schema.js';
import { backedSchema, backing, bilingualSchema, countrySchema, periodSchema, textSchema } from './backing-schema.js';

const text = textSchema;
const optionalText = text.exactOptional();

const controller = z
  .strictObject({
    name: text,
    legalForm: optionalText.describe('What kind of organisation it is in law.'),
    address: optionalText,
    country: countrySchema,
    website: optionalText,
    representative: optionalText.describe('Who acts for it; outside the EEA, its representative in the Union (Art. 27).'),
    jointWith: z.array(text).min(1).exactOptional().describe('Others who decide with it (Art. 26).'),
    ...backing,
  })
  .describe('Who answers.');

const contacts = z.strictObject({
  dpo: z
    .strictObject({ name: optionalText, email: optionalText, phone: optionalText, post: optionalText, ...backing })
    .exactOptional()
    .describe('The data protection officer.'),
  dpoNotRequired: optionalText.describe('Why Art. 37(1) demands none, where there is none.'),
  rightsChannels: z
    .array(z.strictObject({ type: z.enum(CHANNEL_TYPES), value: text, ...backing }))
    .min(1)
    .exactOptional()
    .describe('Where the policy says that requests can be sent.'),
});

const supervisoryAuthority = z.strictObject({
  name: text,
  contact: z.strictObject({ url: optionalText, post: optionalText, phone: optionalText, ...backing }).exactOptional(),
  complaint: backedSchema.exactOptional().describe('The policy tells of the right to complain.'),
  ownCountry: backedSchema.exactOptional().describe("The policy also names the authority of the person's own country."),
  ...backing,
});

const identity = z.strictObject({
  policyRequires: z.enum(IDENTITY_DEMANDS).describe('What the policy demands of everybody. It does not change what is asked.'),
  inPersonOnly: backedSchema.exactOptional().describe('The policy takes requests from the person alone.'),
  ...backing,
});

const right = z
  .strictObject({ denied: z.literal(true).exactOptional(), ...backing })
  .exactOptional()
  .describe('What the policy says of this right; denied where it refuses it.');

const rights = z
  .strictObject({
    access: right,
    rectification: right,
    erasure: right,
    restriction: right,
    objection: right,
    portability: right,
    withdraw_consent: right,
  })
  .describe('The rights that the policy tells of. One that it does not mention is left out.');

const portability = z.strictObject({
  policyScope: z
    .strictObject({
      bases: z.array(z.enum(BASES)).min(1).exactOptional().describe('Only data on these bases; without it, on any.'),
      onlyThrough: bilingualSchema.exactOptional().describe('Only data given in this way.'),
    })
    .describe('What the policy grants. What is delivered is never less than Art. 20 demands.'),
  allowTransmission: z.literal(true).exactOptional().describe('The policy offers to send the data to somebody else.'),
  ...backing,
});

const declaration = z
  .union([z.literal(true).transform(() => ({})), backedSchema])
  .exactOptional()
  .describe('true, or a group of keys with the quote.');

const declares = z
  .strictObject({
    noSpecialCategories: declaration,
    noThirdCountryTransfer: declaration,
    noAdm: declaration,
    noSaleOrSharing: declaration,
    noRegister: declaration,
  })
  .default({})
  .describe('What the policy says that the controller does not do.');

const justified = z.strictObject({
  length: periodSchema,
  justification: text.describe('In writing, since no law gives the period.'),
  ...backing,
});

const statedText = z.strictObject({ text: bilingualSchema, ...backing }).exactOptional();

const backup = z
  .strictObject({
    title: bilingualSchema,
    holdsMore: z.boolean().describe('Whether it holds data that the systems no longer do.'),
    limits: bilingualSchema.exactOptional().describe('What more it holds, and why that is not searched: the person reads it.'),
    ...backing,
  })
  .refine(({ holdsMore, limits }) => !holdsMore || limits !== undefined, {
    path: ['limits'],
    message: 'it holds more than the systems, and nobody says what and why it is not searched',
  })
  .describe('A copy for emergencies, which is not searched.');

/** The keys of a controller's profile. */
export const profileKeys = {
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/u, 'an id has lower-case letters, digits, - and _')
    .describe('Of the controller. Never an acronym: two organisations may share one.'),
  groupId: optionalText.describe('Links controllers of one group, which are never merged.'),
  policy: optionalText.describe('The text that quotes are taken from.'),
  controller,
  contacts,
  supervisoryAuthority: supervisoryAuthority.exactOptional(),
  jurisdiction: countrySchema,
  timeZone: timeZoneSchema,
  holidayCalendar: countrySchema,
  languages: z.array(z.enum(['en', 'fr'])).min(1),
  identity,
  rights: rights.exactOptional(),
  portability: portability.exactOptional(),
  declares,
  provision: statedText.describe('Whether people have to give their data, and what follows if not (Art. 13(2)(e)).'),
  security: statedText.describe('The measures of Art. 32, in general (Art. 30(1)(g)).'),
  postMortem: z
    .strictObject({
      directives: z.array(z.enum(['general', 'specific'])),
      withoutDirectives: z.literal('destroy').exactOptional(),
      ...backing,
    })
    .exactOptional(),
  fees: z.strictObject({ furtherCopy: z.enum(['none', 'cost_based']), ...backing }).exactOptional(),
  backups: z.array(backup).min(1).exactOptional(),
  caseRetention: justified.describe('How long the file of a request is kept.'),
  archiveRetention: justified.describe('How long a finished archive can be downloaded.'),
};
