/** Writes the JSON Schemas of `schemas/`. Run by `npm run reports`. */
import { writeFileSync } from 'node:fs';
import { registerSchemaFile, registerSchemaText } from './schemas.mjs';

writeFileSync(registerSchemaFile, registerSchemaText);
