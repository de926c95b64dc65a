/** Tells which committed JSON Schemas are not what `npm run reports` would write. Run by `npm run check`. */
import { readFileSync } from 'node:fs';
import { registerSchemaFile, registerSchemaText } from './schemas.mjs';

const isStale = readFileSync(registerSchemaFile, 'utf8') !== registerSchemaText;
if (isStale) process.stdout.write('register.schema.json is not up to date (npm run reports)\n');
process.exitCode = isStale ? 1 : 0;
