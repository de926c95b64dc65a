/** Writes the JSON Schemas of `schemas/` from the built package. */
import { writeFileSync } from 'node:fs';
import { connectorManifestJsonSchema, dataMapJsonSchema } from '../dist/index.js';

const schemas = { 'data-map': dataMapJsonSchema(), 'connector-manifest': connectorManifestJsonSchema() };

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../schemas/${name}.schema.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(schema, undefined, 2)}\n`);
}
