import { describe, expect, it } from '@jest/globals';
import type { Findings } from '@habeas/core';
import { sampleRequest } from '@habeas/core/testing';
import { ZipArchives } from './zip-archives.js';

const HOUSES = new Map([['acme', { controller: { name: 'Acme', language: 'en' as const } }]]);
const failing = {
  account: () => ({ complete: true }),
  collections: () => {
    throw new RangeError('the evidence cannot be read');
  },
} as unknown as Findings;
const material = { findings: failing, redactions: [] };
const { signal } = new AbortController();

describe('archives of several controllers', () => {
  it('are made for those that are configured only', () => {
    const archives = new ZipArchives(HOUSES);
    expect(() => archives.make(sampleRequest({ controller: 'other' }), material, signal)).toThrow('not configured');
  });

  it('have no result before they are finished', () => {
    expect(() => new ZipArchives(HOUSES).make(sampleRequest(), material, signal).result()).toThrow('not finished');
  });

  it('fail, and have no result, where what was found cannot be read', async () => {
    const draft = new ZipArchives(HOUSES).make(sampleRequest(), material, signal);
    const read = async (): Promise<void> => {
      for await (const chunk of draft.content) expect(chunk).toBeInstanceOf(Uint8Array);
    };
    await expect(read()).rejects.toThrow();
    expect(() => draft.result()).toThrow('not finished');
  });
});
