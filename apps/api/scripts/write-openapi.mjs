/** Writes how requests are handed over by plain HTTP, in OpenAPI. */
import './source-loader.mjs';
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';

const { printedOpenApi } = await import('../src/intake/open-api.ts');
await writeFile(new URL('../openapi.json', import.meta.url), printedOpenApi());
