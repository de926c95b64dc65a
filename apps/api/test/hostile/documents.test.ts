import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectSafe, HostileClient, SENT } from './hostile-client.js';
import { OPEN, openInput, REFUSED_DOCUMENTS } from './refused-documents.js';

let hostile: HostileClient;
beforeAll(async () => {
  hostile = await HostileClient.start();
}, 120_000);
afterAll(() => hostile.house.stop());

describe('a document', () => {
  it.each(REFUSED_DOCUMENTS.map(([attack, code, query, more = {}]) => [attack, code, query, more] as const))(
    'with %s is refused as %s',
    async (_attack, code, query, more) => {
      const answer = await hostile.send(query, more);
      expectSafe(answer);
      expect([...new Set(answer.codes)]).toEqual([code]);
    },
  );

  it('that only names strange things finds nothing', async () => {
    const ids = ['__proto__', 'constructor', '\u0000', '\ud800', "' OR 1=1 --", '../../x', '%2e%2e', SENT];
    for (const id of ids) {
      const request = await hostile.send('query ($id: ID!) { request(id: $id) { id } }', { variables: { id } });
      expect(JSON.parse(request.text)).toEqual({ data: { request: null } });
      const started = await hostile.send('mutation ($id: ID!) { startRequest(id: $id) { ... on Refusal { code } } }', {
        variables: { id },
      });
      expect(JSON.parse(started.text)).toEqual({ data: { startRequest: { code: 'NOT_FOUND' } } });
      expectSafe(await hostile.send('query ($id: ID!) { plan(request: $id) { source } }', { variables: { id } }));
    }
  });

  it('for a controller of a strange name is for none', async () => {
    for (const controller of ['__proto__', 'constructor', '*', '', 'club,hostel']) {
      expect((await hostile.program.for(controller).send('/graphql', { method: 'POST', body: '{}' })).status).toBe(404);
    }
  });

  it('is not changed by prototypes among its variables', async () => {
    const text = `{"query":"{ viewer { kind } }","variables":{"__proto__":{"polluted":"${SENT}"},"constructor":{"prototype":{"polluted":1}}}}`;
    expect(JSON.parse((await hostile.post(text)).text)).toEqual({ data: { viewer: { kind: 'service' } } });
    expectSafe(await hostile.post(`{"__proto__":{"query":"{ viewer { kind } }"}}`));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused for what it opens a request with, and never told what that was', async () => {
    const identifiers = (...list: readonly object[]): object => openInput({ identifiers: list });
    const bad = [
      identifiers(),
      identifiers({ kind: 'email', value: SENT }),
      identifiers({ kind: 'phone', value: SENT }),
      identifiers({ kind: 'birthDate', value: SENT }),
      identifiers({ kind: 'id', value: SENT, namespace: '' }),
      identifiers({ kind: 'name', value: '\u0000' }),
      openInput({ rights: [] }),
      openInput({ receivedAt: '9999-12-31T23:59:59Z' }),
      openInput({ clientKey: '' }),
      openInput({ clientKey: SENT.repeat(10) }),
    ];
    for (const more of bad) {
      const answer = await hostile.send(OPEN, more);
      expectSafe(answer);
      const data: unknown = JSON.parse(answer.text);
      expect([more, data]).toMatchObject([more, { data: { openRequest: { code: 'INVALID_INPUT' } } }]);
    }
  });
});
