import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printedOpenApi } from './open-api.js';

describe('openapi.json', () => {
  it('is what the service takes and answers; where it is not: node apps/api/scripts/write-openapi.mjs', () => {
    expect(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')).toBe(printedOpenApi());
  });
});
