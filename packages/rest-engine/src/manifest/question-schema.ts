import { z } from 'zod';
import { LANGUAGES } from '../template/encoders.js';

/** A text with holes. What they may name depends on where it stands: see docs/manifest.md. */
const template = z.string().min(1);
const inLanguage = z
  .partialRecord(z.enum(LANGUAGES), template)
  .refine((languages) => Object.keys(languages).length === 1, 'name one language')
  .describe('A filter in a language of its own; each hole stands between the quotes of that language.');

/** A value of a query: a template, a number, true or false, or a filter in a language. */
export const queryValueSchema = z.union([template, z.number(), z.boolean(), inLanguage]);

const pathTemplate = z.string().regex(/^\//u, 'a path begins with /');

/** What a request says of itself, whatever its reply is for. */
export const questionShape = {
  get: pathTemplate.optional().describe('The path, below the base: /contacts/${key.id}. Each hole is one segment of it.'),
  post: pathTemplate.optional().describe('The same for a search that a vendor answers to POST only. Nothing is ever changed.'),
  query: z.record(z.string(), queryValueSchema).default({}).describe('The parameters of the query, encoded by the engine.'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z
    .json()
    .optional()
    .describe('The body of a post; its texts are templates, and one that is a single hole keeps its type.'),
  scope: z.string().optional().describe('The limits it counts toward, beside those without a scope.'),
  cost: z.number().positive().optional().describe('How many calls it counts for. By default 1.'),
};

/** See {@link queryValueSchema}. */
export type QueryValue = z.output<typeof queryValueSchema>;
