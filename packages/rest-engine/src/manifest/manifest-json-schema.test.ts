import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { manifestJsonSchema } from './manifest-json-schema.js';

describe('the JSON Schema of manifests, for editors', () => {
  it('is written down as it is now (npm run reports)', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('../../schemas/manifest.schema.json', import.meta.url), 'utf8'));
    expect(committed).toEqual(manifestJsonSchema());
  });

  it('knows every key of a request, those of jobs among them, and no others', () => {
    const schema = JSON.stringify(manifestJsonSchema());
    for (const key of ['get', 'records', 'paginate', 'job', 'poll', 'state', 'result']) expect(schema).toContain(`"${key}":{`);
    expect(schema).toContain('"additionalProperties":false');
    expect(schema).toContain('"required":["poll"]');
  });
});
