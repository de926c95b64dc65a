import type { JsonObject } from '@habeas/connector-sdk';
import { z } from 'zod';
import { registerSchema } from './register-schema.js';

/**
 * The JSON Schema (draft 7, which editors understand) of a register as a person writes it: for completion and marks in an editor.
 * It knows the format; what is missing or contradicts itself is found by `parseRegister`.
 */
export function registerJsonSchema(): JsonObject {
  const { $schema, ...rest } = z.toJSONSchema(registerSchema, { io: 'input', target: 'draft-7' }) as JsonObject & {
    $schema: string;
  };
  return { $schema, title: 'Habeas register of processing', ...rest };
}
