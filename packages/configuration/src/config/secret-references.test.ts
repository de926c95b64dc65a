import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveReferences } from './secret-references.js';

describe('resolveReferences', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-'));
    writeFileSync(join(folder, 'password'), 'from a file\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    delete process.env['HABEAS_TEST_SECRET'];
  });

  it('replaces references to the environment and to files, wherever they stand', () => {
    process.env['HABEAS_TEST_SECRET'] = 's3cret';
    const config = { a: ['x-${env:HABEAS_TEST_SECRET}'], b: { c: '${file:password}' }, n: 1, none: null };
    expect(resolveReferences(config, folder)).toEqual({
      value: { a: ['x-s3cret'], b: { c: 'from a file' }, n: 1, none: null },
      unresolved: [],
    });
  });

  it('names what is missing and where, and never replaces it by nothing', () => {
    const { value, unresolved } = resolveReferences(
      { sources: { crm: { key: '${env:HABEAS_TEST_UNSET}${file:nowhere}' } } },
      folder,
    );
    expect(value).toEqual({ sources: { crm: { key: '${env:HABEAS_TEST_UNSET}${file:nowhere}' } } });
    expect(unresolved.map(({ path, what }) => `${path.join('.')}: ${what}`)).toEqual([
      'sources.crm.key: the environment variable HABEAS_TEST_UNSET is not set',
      'sources.crm.key: the file nowhere cannot be read',
    ]);
  });
});
