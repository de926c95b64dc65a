import { z } from 'zod';

/** A semantic version: `1.4.0`. */
const version = z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'expected a semantic version such as 1.0.0');

/** What a connector says about itself, as data: printed in documentation, ledgers and archives. */
export const connectorManifestSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  version,
  /** The version of this SDK's contract it was written for. */
  sdk: z.literal(1),
  title: z.string().min(1),
  kind: z.enum(['sql', 'rest', 'graphql', 'files', 'manual']),
  /** The systems and versions it was tested against, and those it is expected to work with. */
  systems: z.array(z.strictObject({ name: z.string(), versions: z.string(), tested: z.boolean() })).min(1),
  /** Whether its collections come from a data map. */
  needsDataMap: z.boolean(),
  /** What it is known not to find. */
  gaps: z.array(z.string()),
});

/** See {@link connectorManifestSchema}. */
export type ConnectorManifest = z.infer<typeof connectorManifestSchema>;
