import { describe, expect, it } from '@jest/globals';
import { connectorsTable } from './connectors-table.js';
import type { Facts, RestFacts } from './facts.js';
import { scorecard } from './scorecard.js';

const REST: RestFacts = {
  finds: [
    { by: 'e-mail', mode: 'exact', collections: ['member', 'guest'] },
    { by: 'the id of a member', mode: 'exact', collections: ['member'] },
    { by: 'phone', mode: 'index', collections: ['member'] },
    { by: 'e-mail', mode: 'scan', collections: ['guest'] },
  ],
  collections: 2,
  fields: 8,
  categorised: 7,
  files: ['guest.picture'],
  authentication: 'bearer',
  pagination: ['cursor', 'page'],
  limits: ['10 in 1 s', '2 at once'],
};
const NOTHING: RestFacts = { ...REST, finds: [], fields: 0, categorised: 0, files: [], pagination: [], limits: [] };

const CLUB: Facts = {
  folder: 'connectors/club',
  manifest: {
    title: 'Club',
    version: '0.1.0',
    systems: [
      { name: 'Club', versions: '1', tested: true },
      { name: 'Club', versions: '2', tested: false },
    ],
  },
  gaps: 3,
  rest: REST,
  undescribed: 1,
  conformance: { passed: ['C1', 'S1'], skipped: { P8: 'It has a | and no archive.' } },
};
const FILES: Facts = {
  folder: 'connectors/files',
  manifest: { title: 'Files', version: '0.2.0', systems: [{ name: 'CSV', versions: 'all', tested: true }] },
  gaps: 0,
  conformance: 'Files have no types.',
};

/** Its lines, without what only aligns them. */
const linesOf = (markdown: string): readonly string[] =>
  markdown.replaceAll(/ {2,}/gu, ' ').replaceAll(/-{4,}/gu, '---').split('\n');

describe('the scorecard of a connector', () => {
  it('tells what its manifest, its contract and its conformance say', () => {
    expect(linesOf(scorecard(CLUB))).toEqual([
      '## Scorecard',
      '',
      '| | |',
      '| --- | --- |',
      '| connector | 0.1.0 |',
      '| Club | 1, tested |',
      '| Club | 2, not tested |',
      '| finds a person by | e-mail: exact (`member`, `guest`)<br>the id of a member: exact (`member`)<br>phone: index (`member`)<br>e-mail: scan (`guest`) |',
      '| collections | 2 |',
      '| fields | 8, 87 % with a category of data |',
      '| files | `guest.picture` |',
      '| authentication | `bearer` |',
      '| pages | `cursor`, `page` |',
      '| limits | 10 in 1 s; 2 at once |',
      '| known gaps | 3 |',
      '| specification of the vendor | compared; 1 field of it [not described](undescribed.yaml) |',
      '| conformance | 2 of 3 checks apply and pass |',
      '',
      'Checks that do not apply:',
      '',
      String.raw`- P8: It has a \| and no archive.`,
    ]);
  });

  it('says so where there is nothing', () => {
    const conformance = { passed: ['C1'], skipped: {} };
    const card = linesOf(scorecard({ ...CLUB, rest: NOTHING, undescribed: 0, conformance })).join('\n');
    expect(card).toContain('| fields | 0, none with a category of data |\n| files | none |');
    expect(card).toContain('| pages | none |\n| limits | none declared |');
    expect(card).toContain('| compared; all its fields are described |\n| conformance | 1 of 1 checks apply and pass |');
    expect(card).not.toContain('do not apply');
  });

  it('leaves to the data map what that says, and gives the reason where no kit is run', () => {
    const card = linesOf(scorecard(FILES)).join('\n');
    expect(card).toContain('| found by, fields | what the data map says |');
    expect(card).toContain('| conformance | Files have no types. |');
    expect(card).not.toContain('specification');
  });
});

describe('the table of connectors', () => {
  it('has a row for each', () => {
    const untested = { ...CLUB.manifest, systems: [{ name: 'Club', versions: '2', tested: false }] };
    const rows = linesOf(connectorsTable([CLUB, { ...CLUB, manifest: untested }, FILES])).slice(-3);
    const rest = 'e-mail (exact, scan), id, phone (index) | 2 | 8 (87 %) | 3 | 2 of 3 |';
    expect(rows).toEqual([
      `| [Club](connectors/club/README.md) | in part | ${rest}`,
      `| [Club](connectors/club/README.md) | no | ${rest}`,
      '| [Files](connectors/files/README.md) | yes | a data map | – | – | 0 | – |',
    ]);
  });
});
