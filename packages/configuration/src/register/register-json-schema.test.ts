import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { registerJsonSchema } from './register-json-schema.js';

describe('the JSON Schema of a register for editors', () => {
  it('is written down as it is now (npm run reports)', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('../../schemas/register.schema.json', import.meta.url), 'utf8'));
    expect(committed).toEqual(registerJsonSchema());
  });

  it('takes a register as a person writes it, in short forms, and knows every key', () => {
    const schema = registerJsonSchema();
    expect(schema).toMatchObject({ title: 'Habeas register of processing', additionalProperties: false });
    expect(schema['required']).toEqual(expect.arrayContaining(['register', 'id', 'controller', 'activities']));
    expect(schema['required']).not.toContain('unstated');
    expect(JSON.stringify(schema)).toContain('Nothing states it; it is shown to the officer as to be confirmed.');
  });
});
