import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadWorkbook } from '../src/http/read-workbook.js';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { member } from './people.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse();
  officer = await officerOf(house);
}, 120_000);
afterAll(() => house.stop());

type Told = Partial<ReadWorkbook> & {
  readonly error?: { readonly code: string; readonly message: string; readonly remedy?: string };
};

const CLUB = { 'habeas-controller': 'club' };

/** What the service says of a workbook: its status, and its answer. */
async function importing(
  body: Uint8Array | string,
  format = 'csv',
  by: Pick<Officer, 'client'> = officer,
  headers = {},
): Promise<readonly [number, Told]> {
  const sent = {
    method: 'POST',
    body: Buffer.from(body),
    headers: { ...CLUB, 'content-type': 'application/octet-stream', ...headers },
  };
  const response = await by.client.send(`/register/${format}`, sent);
  return [response.status, (await response.json()) as Told];
}

async function exported(format: string): Promise<Uint8Array> {
  const response = await officer.client.send(`/register/${format}`, { method: 'GET', headers: CLUB });
  return new Uint8Array(await response.arrayBuffer());
}

describe('a workbook that is read by the service', () => {
  it.each(['ods', 'xlsx', 'csv'])(
    'as %s has no difference where it is the register that was taken out (PRF-03)',
    async (format) => {
      const [status, { comparison, activities, lints, yaml }] = await importing(await exported(format), format);
      const { register } = await officer.client.run('register', { language: 'fr' });
      expect(status).toBe(200);
      expect(activities?.map(({ id, title }) => [id, title])).toEqual(register?.activities.map(({ id, title }) => [id, title]));
      expect([comparison?.controller, comparison?.added, comparison?.missing]).toEqual([[], [], []]);
      expect(comparison?.both.filter(({ parts }) => parts.length > 0)).toEqual([]);
      expect(lints?.every(({ remedy }) => remedy.length > 0)).toBe(true);
      expect(yaml).toContain('register: 1');
    },
  );

  it('tells what it says otherwise, what it has new and what it lacks', async () => {
    const text = Buffer.from(await exported('csv')).toString('utf8');
    const [, { comparison: before }] = await importing(text);
    const [first, second] = before?.both ?? [];
    const lines = text
      .split('\n')
      .map((line) => (line.includes(second!.title) ? line.replaceAll(second!.title, 'Autre chose') : line));
    const [status, { comparison }] = await importing(lines.join('\n').replaceAll(second!.id, 'autre_chose'));
    expect(status).toBe(200);
    expect(comparison?.both.map(({ id }) => id)).toContain(first?.id);
    expect(comparison?.added).toEqual([{ id: 'autre_chose', title: 'Autre chose' }]);
    expect(comparison?.missing).toEqual([{ id: second?.id, title: second?.title }]);
  });

  it('is kept nowhere: not in the trail, not in a log, and the register is as it was', async () => {
    const before = await officer.client.run('register', { language: 'en' });
    await importing('Nom du traitement;Destinataire 1 – Précisions\nSecret de Polichinelle;Ana Kovač');
    expect(await officer.client.run('register', { language: 'en' })).toEqual(before);
    expect(house.log.join('\n')).not.toMatch(/Polichinelle|Kovač/u);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50 });
    expect(JSON.stringify(auditTrail)).not.toMatch(/Polichinelle|register\.import/u);
  });
});

describe('a workbook that is refused', () => {
  it('is told what is wrong with it, where and what to do', async () => {
    const long = 'long '.repeat(30_000);
    const cases = [
      ['', 'ods', /the file is empty/u],
      ['a;b', 'xlsx', /it is no workbook, or it is damaged/u],
      ['Bonjour;Monde', 'csv', /no sheet is a register/u],
      ['Nom du traitement;Réf\n"a"b;c', 'csv', /a quote does not stand where one may \(line 2\)/u],
      [`Nom du traitement;Réf\n${long};a`, 'csv', /more than 100000 characters/u],
    ] as const;
    for (const [body, format, said] of cases) {
      const [status, { error }] = await importing(body, format);
      expect([status, error?.code, error?.message]).toEqual([400, 'INVALID_INPUT', expect.stringMatching(said)]);
      expect(error?.remedy).toMatch(/^[A-Z].+\.$/u);
    }
  });

  it('is too large where it has more than 5 MB, and one that is cut off is no fault of the service', async () => {
    const [status, { error }] = await importing(new Uint8Array(5 * 1024 * 1024 + 1), 'xlsx');
    expect([status, error?.message]).toEqual([400, 'The file has more than 5 MB.']);
    const stop = new AbortController();
    const body = new ReadableStream({
      start: (sending) => {
        sending.enqueue(Buffer.from('Nom du traitement'));
        setTimeout(() => {
          stop.abort();
        }, 200);
      },
    });
    const cut = { method: 'POST', body, duplex: 'half' as const, headers: CLUB, signal: stop.signal };
    await expect(officer.client.send('/register/csv', cut)).rejects.toThrow(/abort/u);
    expect((await importing('Nom du traitement;Réf\nAdhésions;R 1'))[0]).toBe(200);
    expect(house.log.join('\n')).not.toMatch(/"event":"http"|ECONNRESET/u);
  });

  it('is read for nobody who may not see the register, in no other form, and from no other page (R25)', async () => {
    const body = 'Nom du traitement;Réf\nAdhésions;R 1';
    const handler = await member(house, officer, 'club', 'handler');
    expect((await importing(body, 'csv', handler))[0]).toBe(404);
    expect((await importing(body, 'pdf'))[0]).toBe(404);
    expect((await importing(body, 'csv', officer, { origin: 'https://elsewhere.example' }))[0]).toBe(401);
  });
});
