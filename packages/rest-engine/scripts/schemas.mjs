/** The JSON Schema of `schemas/`, from the built package. */
import { manifestJsonSchema } from '../dist/index.js';

export const manifestSchemaFile = new URL('../schemas/manifest.schema.json', import.meta.url);
export const manifestSchemaText = `${JSON.stringify(manifestJsonSchema(), undefined, 2)}\n`;
