import { connectorManifestSchema } from '@habeas/connector-sdk';
import { z } from 'zod';
import { authSchema } from '../auth/auth-schema.js';
import { responsesSchema } from '../call/responses-schema.js';
import { durationSchema } from '../duration.js';
import { limitsSchema } from '../pace/limits-schema.js';
import { restCollectionSchema } from './collection-schema.js';
import { paginationSchema } from './pagination-schema.js';
import { requestShape } from './request-schema.js';
import { sharedSchema } from './shared-schema.js';

const { id, version, title, systems, gaps } = connectorManifestSchema.shape;

const settingSchema = z.strictObject({
  type: z.enum(['url', 'text', 'slug', 'integer']),
  default: z.union([z.string(), z.number()]).optional(),
  optional: z.boolean().default(false),
  description: z.string(),
});

const listingSchema = z.strictObject({
  ...requestShape,
  for: z.array(z.string()).default([]),
  periods: z
    .strictObject({
      of: durationSchema.describe('How long each is: 30d.'),
      back: durationSchema.describe('How far back they go, which is as far as the vendor keeps anything: 730d.'),
    })
    .optional()
    .describe(
      'No request: stretches of time that a vendor gives no more of at once, oldest first, each with from and to (days).',
    ),
});

/**
 * A connector as data: how a vendor's HTTP API finds a person, and how what belongs to them is read. Written as YAML,
 * read by `parseManifest`; docs/manifest.md explains it.
 */
export const manifestSchema = z.strictObject({
  manifest: z.literal(1).describe('The version of this format.'),
  id,
  version,
  title,
  kind: z.enum(['rest', 'graphql']).default('rest'),
  systems,
  documentation: z.url().describe("The vendor's description of its API."),
  config: z.record(z.string(), settingSchema).default({}).describe('What a source of this kind is configured with.'),
  secrets: z
    .record(z.string(), z.strictObject({ description: z.string() }))
    .describe('Its credentials. They are signed into requests, and reach nothing else.'),
  base: z.string().min(1).describe('The address that all paths are below: https://api.example.org/v3, or ${config.base}.'),
  fileHosts: z.array(z.string()).default([]).describe('Further origins that files are fetched from, without credentials.'),
  tokenHost: z.string().optional().describe('The origin that tokens are asked at, where it is not that of the base.'),
  auth: authSchema,
  limits: limitsSchema.default([]),
  responses: responsesSchema,
  headers: z.record(z.string(), z.string()).default({}).describe('Headers of every request.'),
  namespaces: z
    .record(z.string(), z.string())
    .default({})
    .describe('The kinds of ids that the vendor issues, by name, each with what it is: { contact: the id of a contact }.'),
  paginate: paginationSchema.optional().describe('How lists come in pages, where a request does not say otherwise.'),
  check: z.strictObject(requestShape).describe('A request that shows that the credentials are good and reads nobody.'),
  listings: z
    .record(z.string(), listingSchema)
    .default({})
    .describe("Lists that hold nobody's data and that other requests go through: audiences, organisations, events."),
  shared: z
    .record(z.string().regex(/^[^.]+$/u, 'a name holds no dot'), sharedSchema)
    .default({})
    .describe('Things that the records of many people refer to, and that are shown with them by a few fields: events, products.'),
  templates: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .default({})
    .describe('What several collections have in common, each under a name that they say they are like.'),
  collections: z.record(z.string().regex(/^[^.]+$/u, 'a name holds no dot'), restCollectionSchema),
  gaps,
});

/** See {@link manifestSchema}. */
export type Manifest = z.output<typeof manifestSchema>;
