import { afterAll, describe, expect, it } from '@jest/globals';
import type { Session } from '@habeas/connector-sdk';
import { identifier, locateAll, openSession, removeTemporaryDatabases, temporaryDatabase } from './testing/temporary-database.js';

afterAll(removeTemporaryDatabases);

const SCHEMA = `
CREATE TABLE company (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, email TEXT, manager_email TEXT, company_id INTEGER);
CREATE TABLE account (id INTEGER PRIMARY KEY, person_id INTEGER);
CREATE TABLE address (id INTEGER PRIMARY KEY, account_id INTEGER, email TEXT, phone TEXT, contact TEXT);
CREATE INDEX account_person ON account (person_id);
INSERT INTO person VALUES (1, 'Ann', 'ann@example.org', 'boss@example.org', 1), (2, 'Bob', NULL, 'boss@example.org', 1);
INSERT INTO account VALUES (10, 1), (11, 1), (12, 2), (13, NULL);
INSERT INTO address VALUES (100, 10, 'ann@home.test', '0612345678', 'friend@example.org'), (101, 11, 'ann@work.test', NULL, NULL),
  (102, 12, 'bob@home.test', NULL, NULL), (103, 13, 'lost@home.test', NULL, NULL);
`;
const MAP = `
dataMap: 1
collections:
  person:
    fields:
      name: { identifier: name }
      email: { identifier: email }
      manager_email: { identifier: email, thirdParty: true }
  account:
    references: { person: { to: person, on: { person_id: id }, as: owned } }
  address:
    fields:
      email: { identifier: { kind: email, of: owner } }
      phone: { identifier: { kind: phone, of: owner } }
      contact: { identifier: { kind: email, of: owner }, thirdParty: true }
    references: { account: { to: account, on: { account_id: id }, as: owned } }
`;

const session = (limits: object = {}): Promise<Session> => openSession(temporaryDatabase(SCHEMA), MAP, { limits });

describe('rows that identify their owner', () => {
  it('lead up, step by step, to whoever is identified by themselves', async () => {
    const { matches, located } = await locateAll(await session(), identifier('email', 'ann@home.test'));
    expect(matches).toMatchObject([
      {
        collection: 'person',
        key: [1],
        record: { name: 'Ann' },
        standing: 'subject',
        evidence: [{ field: 'address.email', how: 'equal' }],
      },
    ]);
    expect(located).toMatchObject([
      {
        collection: 'address',
        outcome: 'complete',
        lookups: [
          { field: 'email', of: 'owner' },
          { field: 'contact', of: 'owner' },
        ],
      },
      { collection: 'person', outcome: 'empty' },
    ]);
  });

  it('give one match for each owner, with the evidence of every row', async () => {
    const wanted = ['ann@home.test', 'ann@work.test'].map((text) => identifier('email', text));
    const { matches } = await locateAll(await session(), ...wanted, identifier('phone', '0612345678'));
    expect(matches).toHaveLength(1);
    expect(matches[0]?.evidence.map(({ found }) => found.reveal()).sort()).toEqual([
      '0612345678',
      'ann@home.test',
      'ann@work.test',
    ]);
  });

  it('add to the identifiers of the owner, however it was found', async () => {
    const { matches } = await locateAll(await session(), identifier('email', 'ann@example.org'));
    expect(matches[0]?.identifiers.map(({ field, identifier: { exact } }) => `${field} ${exact.reveal()}`)).toEqual([
      'person.name ann',
      'person.email ann@example.org',
      'address.email ann@home.test',
      'address.phone +33612345678',
      'address.email ann@work.test',
    ]);
  });

  it('are matches themselves where nobody owns them', async () => {
    const { matches } = await locateAll(await session(), identifier('email', 'lost@home.test'));
    expect(matches).toMatchObject([{ collection: 'address', key: [103], evidence: [{ field: 'address.email' }] }]);
  });

  it('only mention where they hold somebody else’s, and hand no identifiers on', async () => {
    const { matches } = await locateAll(await session(), identifier('email', 'friend@example.org'));
    expect(matches).toMatchObject([{ collection: 'person', key: [1], standing: 'third-party', identifiers: [] }]);
    const boss = await locateAll(await session(), identifier('email', 'boss@example.org'));
    expect(boss.matches.map(({ key, standing }) => [key, standing])).toEqual([
      [[1], 'third-party'],
      [[2], 'third-party'],
    ]);
  });

  it('whose owners cannot be found without a large scan end the search of their collection', async () => {
    const file = temporaryDatabase(SCHEMA.replace(/INSERT INTO address[\s\S]*$/u, ''), (driver) => {
      const insert = driver.prepare('INSERT INTO address (account_id, email) VALUES (?, ?)');
      driver.transaction(() => {
        for (let id = 0; id < 50; id += 1) insert.run(id, `person${id}@home.test`);
      })();
      driver.exec(
        'CREATE INDEX address_email ON address (lower(email)); CREATE INDEX address_contact ON address (lower(contact))',
      );
    });
    const { located } = await locateAll(
      await openSession(file, MAP, { limits: { scanRowLimit: 20 } }),
      identifier('email', 'ann@example.org'),
    );
    expect(located).toMatchObject([
      { collection: 'address', outcome: 'empty' },
      {
        collection: 'person',
        outcome: 'throttled',
        problem: { errorClass: 'quota', remedy: expect.stringContaining('"address" ("account_id")') },
      },
    ]);
  });
});
