/** Writes schema.graphql from the sources, so that it can be new before what uses it is built. Run by `npm run reports`; a test fails where it is not up to date. */
import { writeFileSync } from 'node:fs';
import './source-loader.mjs';

const { buildSchema, printedSchema } = await import('../src/report/print-schema.ts');

writeFileSync(new URL('../schema.graphql', import.meta.url), printedSchema(await buildSchema()));
