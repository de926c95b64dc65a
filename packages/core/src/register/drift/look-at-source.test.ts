import { describe, expect, it } from '@jest/globals';
import { ConnectorError, InvalidInputError, parseDataMap, type Session } from '@habeas/connector-sdk';
import { fakeSource } from '../../testing/fake-source.js';
import { foundTable } from '../../testing/drift-texts.js';
import { lookAtSource } from './look-at-source.js';

const { map } = parseDataMap(
  'dataMap: 1\nunmapped: { totals: Sums. }\ncollections:\n  person: { fields: { email: { identifier: email } } }',
  'crm.map.yaml',
);

const SPEC = {
  activity: 'membership',
  withheld: ['password'],
  fields: [
    { name: 'email', type: 'string' as const, category: 'pd:EmailAddress', title: { en: 'Mail' } },
    { name: 'diet', type: 'string' as const, special: true },
    { name: 'club.name', type: 'string' as const, context: 'club' },
  ],
};

function sessions(): { readonly open: (changes?: Partial<Session>) => () => Promise<Session>; readonly closed: () => number } {
  const source = fakeSource({
    id: 'crm',
    collections: { person: { rows: [], spec: SPEC }, bare: { rows: [{ id: 1 }], spec: { fields: [], personal: 'none' } } },
  });
  let closed = 0;
  const open =
    (changes: Partial<Session> = {}) =>
    async (): Promise<Session> => {
      const session = await source.open(new AbortController().signal);
      return Object.assign(session, changes, { close: () => Promise.resolve(void (closed += 1)) });
    };
  return { open, closed: () => closed };
}

async function* described(): AsyncGenerator<ReturnType<typeof foundTable>> {
  yield await Promise.resolve(foundTable('person', ['id', 'email']));
}

describe('looking at a source (PRF-02)', () => {
  it('brings what its data map declares and what is there, and closes it', async () => {
    const { open, closed } = sessions();
    const source = await lookAtSource({ id: 'crm', map, open: open({ describe: described }) });
    expect(source).toMatchObject({
      id: 'crm',
      leftOut: ['totals'],
      collections: [{ name: 'person', table: 'person', isPersonal: true, fields: [{ name: 'email', special: false }] }],
      found: {
        health: [
          { collection: 'person', status: 'ok' },
          { collection: 'bare', status: 'ok' },
        ],
        described: [foundTable('person', ['id', 'email'])],
      },
    });
    expect(closed()).toBe(1);
  });

  it('takes from the session what a source without a data map declares, and knows no tables where nobody describes them', async () => {
    const { open } = sessions();
    const source = await lookAtSource({ id: 'crm', open: open() });
    expect(source.collections).toEqual([
      {
        name: 'person',
        table: 'person',
        activity: 'membership',
        isPersonal: true,
        fields: [
          { name: 'email', column: 'email', category: 'pd:EmailAddress', special: false, texts: ['email', 'Mail'] },
          { name: 'diet', column: 'diet', special: true, texts: ['diet'] },
        ],
        mentioned: ['id', 'password'],
      },
      { name: 'bare', table: 'bare', isPersonal: false, fields: [], mentioned: ['id'] },
    ]);
    expect(source.found).not.toHaveProperty('described');
  });

  it.each([
    ['a reason', new ConnectorError('auth', 'It was refused.'), { errorClass: 'auth', message: 'It was refused.' }],
    [
      'a remedy',
      new ConnectorError('transient', 'It is down.', { remedy: 'Start it.' }),
      { errorClass: 'transient', message: 'It is down.', remedy: 'Start it.' },
    ],
    [
      'the faults of a data map that fits nowhere',
      new InvalidInputError([{ file: 'crm.map.yaml', line: 3, what: 'there is no table "person"' }]),
      { errorClass: 'contract', message: 'crm.map.yaml:3: there is no table "person"', remedy: 'Mend the data map.' },
    ],
  ])('says why it could not be looked at: with %s', async (_title, error, problem) => {
    const source = await lookAtSource({ id: 'crm', map, open: () => Promise.reject(error) });
    expect(source.found).toEqual({ problem });
    expect(source.collections).toHaveLength(1);
  });

  it('closes a session whose check fails, and says why', async () => {
    const { open, closed } = sessions();
    const check = (): Promise<never> => Promise.reject(new ConnectorError('throttle', 'Too fast.'));
    const source = await lookAtSource({ id: 'crm', open: open({ check }) });
    expect(source).toMatchObject({ collections: [], found: { problem: { message: 'Too fast.' } } });
    expect(closed()).toBe(1);
  });

  it('lets any other fault through', async () => {
    await expect(lookAtSource({ id: 'crm', open: () => Promise.reject(new TypeError('a bug')) })).rejects.toThrow('a bug');
  });
});
