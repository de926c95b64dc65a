import { z, type ZodType } from 'zod';
import { connectorManifestSchema } from './contract/manifest.js';
import { dataMapSchema } from './data-map/data-map.js';
import type { JsonObject } from './json.js';

/**
 * The JSON Schema (draft 7, which editors understand) of a data map as a person writes it: for completion and marks in
 * an editor. It knows the format; what contradicts itself is found by `parseDataMap`.
 */
export function dataMapJsonSchema(): JsonObject {
  return draft7(dataMapSchema, 'Habeas data map');
}

/** The JSON Schema (draft 7) of what a connector says about itself. */
export function connectorManifestJsonSchema(): JsonObject {
  return draft7(connectorManifestSchema, 'Habeas connector manifest');
}

function draft7(schema: ZodType, title: string): JsonObject {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonObject & { $schema: string };
  return { $schema, title, ...rest };
}
