import { createReadStream, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv, unguardCell } from '@habeas/archive';
import { type PersonOfInterest, recordText } from '@habeas/example-worlds';
import { type Answer, type JourneyHouse, journeyHouse } from './journey-house.js';

describe('a request of somebody whom a database, a CRM, a ticket shop and a mailing platform know only together', () => {
  let house: JourneyHouse;
  let person: PersonOfInterest;
  let answer: Answer;
  beforeAll(async () => {
    house = await journeyHouse();
    person = house.somebody('club', 'across-vendors');
    answer = await house.answerFor('club', person);
  }, 120_000);
  afterAll(() => house.stop());

  it('ends in exactly their records from all systems', async () => {
    const records = await recordsIn(answer);
    expect(records).toEqual(person.truth.included.map(recordText).sort());
    expect(new Set(person.truth.included.map(({ source }) => source))).toEqual(
      new Set(['membership', 'events', 'crm', 'tickets', 'mailings']),
    );
  });

  it('has nothing in it of a namesake, nor of the colleague who uses the same mailbox', async () => {
    const all = await everythingIn(answer.folder);
    expect(all).toContain('ines.duarte@example.org');
    expect(all).not.toMatch(/ines\.duarte@example\.com|Rui|rui\.almeida/u);
  });

  it('is told step by step: which system led to which', () => {
    const from = answer.said.indexOf('  How the records were found:');
    expect(answer.said.slice(from + 1, from + 7)).toEqual([
      '  · ines.duarte@example.org, given → events.registration, membership.member',
      '  · duarte.ines@post.test, told by membership.member → crm.Contact',
      '  · +33639989070, told by membership.member → crm.Contact',
      '  · i.duarte@ancien-bureau.test, told by crm.Contact → tickets.customer, tickets.order',
      '  · +33639989071, told by tickets.customer → crm.Lead',
      '  · ines.d@courriel.test, told by crm.Lead → mailings.subscriber',
    ]);
  });

  it('names each system, and for its data the activity, who receives them and how long they are kept', () => {
    const activities = answer.description.resources
      .filter((each) => each['x-role'] === 'collection')
      .map((each) => `${each['x-source'] ?? ''}: ${each['x-activity'] ?? ''}`);
    expect([...new Set(activities)].sort()).toEqual([
      'crm: membership',
      'crm: newsletter',
      'events: event_registration',
      'mailings: newsletter',
      'membership: membership',
      'tickets: event_registration',
    ]);
    for (const fact of ['CRM', 'Ticket shop', 'Mailings', 'Central Secretariat service providers', '2 years'])
      expect(answer.report.en).toContain(fact);
  });
});

async function recordsIn({ folder, description: { resources } }: Answer): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path, 'x-role': role, 'x-source': source = '', 'x-collection': collection = '' } of resources) {
    if (role !== 'collection') continue;
    for (const recordId of await firstColumn(join(folder, path))) found.push(recordText({ source, collection, recordId }));
  }
  return found.sort();
}

/** What `_record` says, row by row. */
async function firstColumn(file: string): Promise<readonly string[]> {
  const cells: string[] = [];
  for await (const batch of readCsv(createReadStream(file))) cells.push(...batch.map(([cell = '']) => unguardCell(cell) ?? ''));
  expect(cells[0]).toBe('_record');
  return cells.slice(1);
}

/** All texts of an archive, its provenance among them. */
async function everythingIn(folder: string): Promise<string> {
  const files = (await readdir(join(folder, 'data'), { recursive: true })).filter((file) => /\.(?:csv|html|json)$/u.test(file));
  return files.map((file) => readFileSync(join(folder, 'data', file), 'utf8')).join('\n');
}
