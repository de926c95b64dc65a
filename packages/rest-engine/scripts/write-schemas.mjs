/** Writes the JSON Schema of `schemas/`. Run by `npm run reports`. */
import { writeFileSync } from 'node:fs';
import { manifestSchemaFile, manifestSchemaText } from './schemas.mjs';

writeFileSync(manifestSchemaFile, manifestSchemaText);
