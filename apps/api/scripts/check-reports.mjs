/** Tells, a line each, which committed reports are not what `npm run reports` would write. Run by `npm run check`. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { generatedFiles } from './operations.mjs';

const { buildSchema, printedSchema } = await import('../src/report/print-schema.ts');

const schemaFile = new URL('../schema.graphql', import.meta.url);
const reports = [
  { file: schemaFile, name: 'schema.graphql', text: printedSchema(await buildSchema()) },
  ...(await generatedFiles()).map(({ file, text }) => ({ file, name: basename(file.pathname), text })),
];
const stale = reports.filter(({ file, text }) => readFileSync(file, 'utf8') !== text);
for (const { name } of stale) process.stdout.write(`${name} is not up to date (npm run reports)\n`);
process.exitCode = stale.length === 0 ? 0 : 1;
