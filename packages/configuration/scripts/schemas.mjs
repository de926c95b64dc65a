/** The JSON Schema of `schemas/`, from the built package. */
import { registerJsonSchema } from '../dist/index.js';

export const registerSchemaFile = new URL('../schemas/register.schema.json', import.meta.url);
export const registerSchemaText = `${JSON.stringify(registerJsonSchema(), undefined, 2)}\n`;
