import { z } from 'zod';
import { Packings } from '../modules/delivery/delivery.words.js';
import { OnBehalves } from '../modules/proofs/proof.words.js';
import { Formats, IdentifierKinds, Languages, NameParts, Rights } from '../modules/requests/request.words.js';

const text = (longest: number): z.ZodString => z.string().min(1).max(longest);

const identifier = z.strictObject({
  kind: z.enum(IdentifierKinds),
  value: text(500),
  namespace: text(100).optional().describe('For ids: who issued it.'),
  part: z.enum(NameParts).optional().describe('For names.'),
  provedBy: text(500).optional().describe("How it was proved to be the subject's. Without it, it is not searched."),
});

/** What `POST /requests` takes: what `handOverRequest` does, and no more of it than here. */
export const handedOverSchema = z.strictObject({
  clientKey: z
    .string()
    .min(8)
    .max(100)
    .describe('A key of your own: the same call with the same key is done once, whatever it is signed with.'),
  identifiers: z.array(identifier).min(1).max(20),
  rights: z.array(z.enum(Rights)).min(1).max(2),
  format: z.enum(Formats).default('json'),
  language: z.enum(Languages).default('en'),
  packing: z
    .enum(Packings)
    .optional()
    .describe('How the subject wants the file. Whatever is said: one with special categories is offered locked first.'),
  receivedAt: z.iso.datetime({ offset: true }).optional().describe('When it reached the controller, where that was before now.'),
  isSignedIn: z.boolean().optional().describe('Whether it came from a signed-in account of the subject.'),
  onBehalf: z.enum(OnBehalves).optional().describe('For whom they ask, where that is not for themselves: then a person decides.'),
});

/** What it answers. */
export const takenSchema = z.strictObject({
  request: z.strictObject({
    id: z.string(),
    reference: z.string().describe('What people call it.'),
    state: z.string(),
    receivedAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
  }),
  claimCode: z
    .string()
    .describe('Eight digits that the subject has to be told, there and then: this answer is the only place they stand in.'),
});

/** What it answers where it does nothing. */
export const refusalSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), remedy: z.string().optional() }),
});
