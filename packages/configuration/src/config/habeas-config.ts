import { CALENDAR_IDS } from '@habeas/calendars';
import { z } from 'zod';
import { bilingualSchema } from '../register/backing-schema.js';
import { deadlinesSchema } from './deadlines-config.js';
import { signInSchema } from './sign-in-config.js';
import { timeZoneSchema } from './time-zone-schema.js';

const sourceSchema = z.strictObject({
  title: z
    .union([z.string().min(1), bilingualSchema])
    .optional()
    .describe('How the source is called in reports: a text, or { en: …, fr: … }; by default as its data map says, or its id.'),
  connector: z.string().min(1).describe('The id of a connector: mysql, postgres, sqlite; manual for a person or a paper file.'),
  dataMap: z.string().min(1).optional().describe('The file of the data map, relative to this one.'),
  phoneRegion: z.string().length(2).optional().describe('Overrides the region of the whole configuration.'),
  config: z.record(z.string(), z.unknown()).default({}).describe("The connector's own settings."),
});

/** `habeas.yaml`: who answers, and which systems are searched. Secrets stand in it as `${env:NAME}` or `${file:PATH}`. */
export const habeasConfigSchema = z.strictObject({
  habeas: z.literal(1).describe('The version of this format.'),
  controller: z.strictObject({
    name: z.string().min(1),
    contact: z.string().min(1).optional().describe('Where the person can turn to: an address of the data protection officer.'),
    officer: z.string().min(1).optional().describe('The data protection officer, where there is one.'),
    authority: z
      .strictObject({ name: z.string().min(1), website: z.url().optional() })
      .optional()
      .describe('The supervisory authority that the person can complain to (GDPR Art. 77).'),
    language: z.enum(['en', 'fr']).default('en'),
    register: z
      .string()
      .min(1)
      .optional()
      .describe('The file of its register of processing activities, relative to this one (GDPR Art. 30).'),
    customerNumbers: z
      .array(z.string().regex(/^[a-z][\w.-]*$/u, 'a namespace of ids as the data maps name it, such as shop.customer'))
      .optional()
      .describe('The namespaces of ids in which a number that its subjects type on the pages is looked up.'),
    coolOffHours: z
      .number()
      .int()
      .min(0)
      .max(720)
      .optional()
      .describe(
        'How long the contacts on record have to object before an answer goes to a new address by itself; 24 hours by default.',
      ),
    dueReminders: z
      .array(z.number().int().min(0).max(60))
      .max(6)
      .optional()
      .describe(
        'How many days before its safe date those who decide are written to about a request that is not decided (DLN-04): 7 and 2 by default, nobody with [].',
      ),
    deadlines: deadlinesSchema.optional(),
    letters: z.string().min(1).optional().describe('The file of what its letters say in its own words, relative to this one.'),
    timeZone: timeZoneSchema
      .optional()
      .describe('Where the days of its deadlines begin and end; by default as the register says, or Europe/Paris.'),
    holidays: z
      .string()
      .refine((id) => CALENDAR_IDS.includes(id), `expected one of the calendars ${CALENDAR_IDS.join(', ')}`)
      .optional()
      .describe(
        'The public holidays of the place where it answers, by ISO 3166; by default as the register says, or FR (DLN-02).',
      ),
  }),
  phoneRegion: z
    .string()
    .length(2)
    .optional()
    .describe('The country that national phone numbers are read in, as ISO 3166-1 alpha-2.'),
  signing: z
    .strictObject({ keyFile: z.string().min(1).describe('An Ed25519 private key in PEM; habeas keys create makes one.') })
    .optional()
    .describe('With it every archive is signed.'),
  signIn: signInSchema
    .optional()
    .describe("Subjects can sign in at the controller's own identity provider to prove who they are."),
  sources: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/u, 'a source id has lower-case letters, digits and hyphens'), sourceSchema)
    .refine((sources) => Object.keys(sources).length > 0, 'name at least one source'),
});

/** See {@link habeasConfigSchema}. */
export type HabeasConfig = z.output<typeof habeasConfigSchema>;
/** One source of a {@link HabeasConfig}. */
export type SourceConfig = HabeasConfig['sources'][string];
