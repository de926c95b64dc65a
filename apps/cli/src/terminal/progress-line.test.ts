import { describe, expect, it } from '@jest/globals';
import type { ProgressEvent } from '@habeas/core';
import { progressLine } from './progress-line.js';

function shown(...events: readonly ProgressEvent[]): readonly string[] {
  const said: string[] = [];
  const listen = progressLine({
    out: (line) => void said.push(`out: ${line}`),
    err: (line) => void said.push(`stays: ${line}`),
    progress: (line) => void said.push(`passes: ${line}`),
  });
  events.forEach(listen);
  return said;
}

const PLACE = { source: 'crm', collection: 'member' } as const;

describe('progressLine', () => {
  it('keeps a line for what will not come back: sources that cannot be opened, tries that failed, decisions', () => {
    expect(
      shown(
        { type: 'source-unavailable', source: 'crm', errorClass: 'auth' },
        { type: 'retrying', source: 'crm', errorClass: 'throttle', delayMs: 1500 },
        { type: 'retrying', ...PLACE, errorClass: 'transient', delayMs: 250 },
        { type: 'decided', round: 2, included: 3, queued: 1, newIdentifiers: 4 },
      ),
    ).toEqual([
      'stays: crm: cannot be opened (auth)',
      'stays: crm: throttle, trying again in 1.5 s',
      'stays: crm.member: transient, trying again in 0.3 s',
      'stays: round 2: 3 matches included, 1 doubtful, 4 new identifiers',
    ]);
  });

  it('says what is being done, and where', () => {
    expect(
      shown(
        { type: 'source-opened', source: 'crm', collections: 3 },
        { type: 'round-started', round: 1, identifiers: 2 },
        { type: 'located', round: 1, source: 'crm', matches: 1, dropped: 0 },
        { type: 'read-started', ...PLACE },
      ),
    ).toEqual([
      'passes: source opened … crm',
      'passes: round started … round-started',
      'passes: located … crm',
      'passes: read started … crm.member',
    ]);
  });

  it('adds up the records of all reads, finished and running, and counts none of them twice', () => {
    const other = { source: 'shop', collection: 'order' } as const;
    expect(
      shown(
        { type: 'read-progress', ...PLACE, records: 10, files: 0 },
        { type: 'read-progress', ...other, records: 5, files: 0 },
        { type: 'read-progress', ...PLACE, records: 20, files: 1 },
        { type: 'read-done', ...PLACE, outcome: 'complete', records: 30, files: 2 },
        { type: 'read-done', ...other, outcome: 'complete', records: 6, files: 0 },
      ),
    ).toEqual([
      'passes: read progress … crm.member (10 records)',
      'passes: read progress … shop.order (15 records)',
      'passes: read progress … crm.member (25 records)',
      'passes: read done … crm.member (35 records)',
      'passes: read done … shop.order (36 records)',
    ]);
  });
});
