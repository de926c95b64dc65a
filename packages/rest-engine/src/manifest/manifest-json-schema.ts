import type { JsonObject } from '@habeas/connector-sdk';
import { z } from 'zod';
import { manifestSchema } from './manifest-schema.js';

/**
 * The JSON Schema (draft 7, which editors understand) of a manifest as a person writes it, for completion and marks in an editor.
 * It knows the format; holes that name nothing, and whatever else contradicts itself, is found by `parseManifest`.
 */
export function manifestJsonSchema(): JsonObject {
  const written = z.toJSONSchema(manifestSchema, { io: 'input', target: 'draft-7', reused: 'ref' }) as JsonObject;
  return { ...written, title: 'Habeas manifest of a connector' };
}
