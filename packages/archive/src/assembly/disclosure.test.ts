import { describe, expect, it } from '@jest/globals';
import type { CollectionDisclosure, Findings } from '@habeas/core';
import type { ScopeDecision } from '@habeas/core/law';
import { fakeFindings, streamOf } from '../../test/fake-findings.js';
import { customers, orders, someFindings, unzipNames } from '../../test/making.js';
import { made, other, read, TOP, useFolder } from '../../test/workshop.js';
import { type ArchiveFiles, cover, edit, filesOf, pack } from '../../test/tampering.js';
import { type ArchiveDocument, verifyArchive } from '../index.js';

useFolder();

const HELD: ScopeDecision = { verdict: 'include', reason: 'held' } as const;
const DERIVED = { field: 'id', verdict: 'exclude', reason: 'derived' } as const;

/** The findings as they are with a decision about each collection. */
function decided(findings: Findings, disclosure: CollectionDisclosure, omit = false): Findings {
  return {
    ...findings,
    async *collections() {
      for await (const found of findings.collections()) {
        const records = async function* () {
          for await (const batch of found.records()) if (!omit) yield batch;
        };
        yield { ...found, records, disclosure };
      }
    },
  };
}

const disclosure: CollectionDisclosure = {
  right: 'portability',
  scope: {
    access: { ...HELD, fields: { include: 1, mask: 0, exclude: 0, review: 0, undetermined: 0 } } as never,
    portability: { ...DERIVED, fields: { include: 0, mask: 0, exclude: 1, review: 0, undetermined: 0 } },
    fields: [
      {
        field: 'id',
        access: HELD as never,
        portability: { verdict: 'undetermined', reason: 'facts-missing', missing: ['origin'] },
      },
    ],
    marks: [],
  },
  withheld: [DERIVED, { field: 'note', verdict: 'review', reason: 'third-party-data', mark: 'third_party' }],
  omitted: () => ({ records: 0, files: 0 }),
  hidden: () => [],
  redacted: () => ({ counts: [], lines: [] }),
};

describe('an archive of what was decided', () => {
  it('says of each field that is not handed out, or hidden, why, in words (PRT-01, TPD-03)', async () => {
    const zip = await made({ language: 'fr' }, decided(someFindings(), disclosure));
    const lines = read(zip, 'data/provenance/withheld.csv').split('\r\n');
    expect(lines).toContainEqual(expect.stringMatching(/^shop,customer,id,derived,portability,false,.*déduit/u));
    expect(lines).toContainEqual(expect.stringMatching(/^shop,customer,note,third-party-data,portability,true,/u));
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });

  it('has the decisions for both rights in the description of each table (FMT-07)', async () => {
    const zip = await made({}, decided(someFindings(), disclosure));
    const { resources } = JSON.parse(read(zip, 'datapackage.json')) as { resources: Record<string, unknown>[] };
    expect(resources[0]?.['x-scope']).toEqual({
      access: { id: HELD },
      portability: { id: { verdict: 'undetermined', reason: 'facts-missing', missing: ['origin'] } },
    });
  });

  it('counts records that are left out whole, against its ledger', async () => {
    const omitted = { records: 3, files: 0 };
    const findings = decided(fakeFindings([orders(3)]), { ...disclosure, omitted: () => omitted }, true);
    const zip = await made({}, findings);
    expect(read(zip, 'data/provenance/withheld.csv')).toMatch(/shop,order,,omitted,portability,,These records are held.*,3\r\n/u);
    expect(unzipNames(zip)).not.toContain(`${TOP}/data/tables/shop/order.csv`);
    expect((await verifyArchive(zip)).problems).toEqual([]);
    const lost = decided(fakeFindings([orders(3)]), { ...disclosure, omitted: () => ({ records: 2, files: 0 }) }, true);
    await expect(made({}, lost)).rejects.toThrow('the ledger counts 3 records');
  });
});

describe('an archive for an heir (PER-05)', () => {
  const limited = (findings: Findings, outside: { records: number; files: number }, isDecided: boolean): Findings => ({
    ...findings,
    async *collections() {
      for await (const { disclosure: _, ...found } of decided(findings, disclosure, true).collections()) {
        yield { ...found, outside: () => outside, ...(isDecided ? { disclosure } : {}) };
      }
    },
  });

  it.each([true, false])('counts what is outside the purpose against its ledger, in words (decided: %s)', async (isDecided) => {
    const zip = await made({ language: 'fr' }, limited(fakeFindings([orders(3)]), { records: 3, files: 0 }, isDecided));
    const withheld = read(zip, 'data/provenance/withheld.csv');
    expect(withheld).toMatch(/shop,order,,outside-purpose,,,.*la finalité pour laquelle son héritier.*,3\r\n/u);
    expect(unzipNames(zip)).not.toContain(`${TOP}/data/tables/shop/order.csv`);
    expect((await verifyArchive(zip)).problems).toEqual([]);
    const lost = limited(fakeFindings([orders(3)]), { records: 2, files: 0 }, isDecided);
    await expect(made({}, lost)).rejects.toThrow('the ledger counts 3 records');
  });

  it('counts files that are outside it beside them', async () => {
    const more = limited(fakeFindings([orders(3)]), { records: 3, files: 1 }, true);
    await expect(made({}, more)).rejects.toThrow('the ledger counts 0 files');
  });
});

describe('an archive in whose texts others are hidden', () => {
  it('lists each field with how many records it is, and is verified (TPD-03)', async () => {
    const hidden = { ...disclosure, withheld: [], hidden: () => [{ field: 'note', count: 2 }] };
    const zip = await made({}, decided(fakeFindings([orders(3)]), hidden));
    expect(read(zip, 'data/provenance/withheld.csv')).toMatch(
      /shop,order,note,others-in-text,portability,true,"What was found.*,2\r\n/u,
    );
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });
});

describe('an archive in which a person hid something of single records', () => {
  const interest = { holder: 'Gears Ltd', why: 'Competitors would read the recipe.' };
  const line = { source: 'shop', collection: 'order', recordId: '1', decidedBy: 'stf_1', decidedAt: '2026-11-29T10:00:00.000Z' };
  const redacted = {
    counts: [
      { field: 'note', extent: 'text', reason: 'third_party', count: 2 },
      { extent: 'record', reason: 'trade_secret', interest, count: 1 },
    ],
    lines: [
      { ...line, field: 'note', extent: [3, 4], reason: 'third_party' },
      { ...line, field: 'what', extent: 'value', reason: 'trade_secret', interest },
    ],
  } as const;

  it('counts it among what is withheld, lists it record by record with who decided, and is verified (TPD-03, TPD-05)', async () => {
    const zip = await made({}, decided(fakeFindings([orders(3)]), { ...disclosure, withheld: [], redacted: () => redacted }));
    const withheld = read(zip, 'data/provenance/withheld.csv');
    expect(withheld).toMatch(/shop,order,note,redacted-text,portability,true,"It is about another person.*,2\r\n/u);
    expect(withheld).toMatch(/shop,order,,redacted-record,portability,true,.*Gears Ltd\. Competitors.*,1\r\n/u);
    const [, first, second] = read(zip, 'data/provenance/redactions.csv').split('\r\n');
    expect(first).toBe('shop,order,1,note,"[3,4]",third_party,,,stf_1,2026-11-29T10:00:00.000Z');
    expect(second).toBe(
      'shop,order,1,what,,trade_secret,Gears Ltd,Competitors would read the recipe.,stf_1,2026-11-29T10:00:00.000Z',
    );
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });

  it('has no such list where nobody did', async () => {
    expect(unzipNames(await made())).not.toContain(`${TOP}/data/provenance/redactions.csv`);
  });
});

describe('an archive that leaves files out', () => {
  it('counts them too, and is still verified', async () => {
    const left = { ...disclosure, withheld: [], omitted: () => ({ records: 0, files: 2 }) };
    const found = fakeFindings([customers({ files: [], ledger: { files: 2 } })]);
    const { spec } = customers();
    const fields = spec.fields.filter(({ type }) => type !== 'file');
    const findings: Findings = {
      ...found,
      async *collections() {
        for await (const each of found.collections()) yield { ...each, collection: { ...spec, fields }, disclosure: left };
      },
    };
    const zip = await made({}, findings);
    expect(read(zip, 'data/provenance/withheld.csv')).toMatch(
      /shop,customer,,omitted-files,portability,,"These files are held.*,2\r\n/u,
    );
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });

  it('is found out where it counts fewer', async () => {
    const omitted = { ...disclosure, omitted: () => ({ records: 3, files: 0 }) };
    const zip = await made({}, decided(fakeFindings([orders(3)]), omitted, true));
    const files = await filesOf(zip);
    edit(files, 'data/provenance/withheld.csv', (text) => text.replace(',3\r\n', ',2\r\n'));
    cover(files);
    await pack(other(), files);
    expect((await verifyArchive(other())).problems.map(({ code }) => code)).toContain('count');
  });
});

describe('documents for people (FMT-03)', () => {
  const title = { en: 'Your report', fr: 'Votre rapport' };
  const document = (name: string): ArchiveDocument => ({ name, title, content: streamOf([Buffer.from('hello')]) });

  it('are written once the tables are made, and the start page leads to them first', async () => {
    const seen: unknown[] = [];
    const zip = await made(
      {
        documents: (about) => {
          seen.push(
            about.account.complete,
            about.tables.map(({ path, records }) => [path, records]),
          );
          return streamOf([document('report.en.html'), document('article15.json')]);
        },
      },
      fakeFindings([customers()]),
    );
    expect(seen).toEqual([true, [['data/tables/shop/customer.csv', 2]]]);
    expect(read(zip, 'data/report/article15.json')).toBe('hello');
    const page = read(zip, 'README.html');
    expect(page.indexOf('data/report/report.en.html')).toBeGreaterThan(0);
    expect(page.indexOf('data/report/report.en.html')).toBeLessThan(page.indexOf('data/tables/'));
    const described = JSON.parse(read(zip, 'datapackage.json')) as { 'x-documents': unknown };
    expect(described['x-documents']).toMatchObject([{ path: 'data/report/report.en.html', bytes: 5, title }, {}]);
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });

  it('cannot be changed or taken out without verification telling', async () => {
    const documents = () => streamOf([document('report.en.html')]);
    const zip = await made({ documents }, someFindings());
    const path = 'data/report/report.en.html';
    const problemsAfter = async (change: (files: ArchiveFiles) => void): Promise<readonly string[]> => {
      const files = await filesOf(zip);
      change(files);
      await pack(other(), files);
      return (await verifyArchive(other())).problems.map(({ code }) => code);
    };
    expect(await problemsAfter((files) => files.set(path, Buffer.from('other')))).toContain('checksum');
    const without = await problemsAfter((files) => {
      files.delete(path);
      cover(files);
    });
    expect(without).toContain('missing');
  });

  it.each(['Report.html', '../x', 'a/b', ''])('are refused for the name %j', async (name) => {
    const documents = () => streamOf([document(name)]);
    await expect(made({ documents }, someFindings())).rejects.toThrow('a document needs a name of its own');
  });

  it('are refused for a name that comes twice', async () => {
    const documents = () => streamOf([document('a.html'), document('a.html')]);
    await expect(made({ documents }, someFindings())).rejects.toThrow('a document needs a name of its own');
  });
});
