/** Writes schema.graphql from the built code. Run by `npm run reports`; a test fails where it is not up to date. */
import { writeFileSync } from 'node:fs';
import { buildSchema, printedSchema } from '../dist/report/print-schema.js';

writeFileSync(new URL('../schema.graphql', import.meta.url), printedSchema(await buildSchema()));
