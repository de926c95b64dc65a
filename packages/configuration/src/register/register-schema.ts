import { z } from 'zod';
import { activitySchema, recipientSchema } from './activity-schema.js';
import { bilingualSchema, nameSchema, textSchema } from './backing-schema.js';
import { profileKeys } from './profile-schema.js';

const subjectGroup = z.strictObject({
  title: bilingualSchema,
  prospect: z.literal(true).exactOptional().describe('They are canvassed and are no customers.'),
});

const unstated = z
  .array(
    z.union([
      textSchema.transform((item) => ({ item })),
      z.strictObject({
        item: textSchema,
        partly: textSchema.exactOptional().describe('What of it is missing, where the rest is there.'),
      }),
    ]),
  )
  .default([])
  .describe('What Art. 13, 14, 15 and 30 GDPR want told and the controller does not tell, by its place: activities.*.adm.');

/** `*.register.yaml`: a controller's profile and its register of processing, as a person writes it. */
export const registerSchema = z.strictObject({
  register: z.literal(1).describe('The version of this format.'),
  ...profileKeys,
  subjects: z.record(nameSchema, subjectGroup).describe('The groups of people whose data are processed.'),
  recipients: z.record(nameSchema, recipientSchema).default({}).describe('Who receives data of any activity.'),
  activities: z
    .record(nameSchema, activitySchema)
    .refine((activities) => Object.keys(activities).length > 0, 'name at least one activity')
    .describe('The processing activities. Collections of data maps point to them by these ids.'),
  unstated,
});
