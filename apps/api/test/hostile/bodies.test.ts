import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { came, expectSafe, HostileClient, SENT } from './hostile-client.js';

let hostile: HostileClient;
beforeAll(async () => {
  hostile = await HostileClient.start();
}, 120_000);
afterAll(() => hostile.house.stop());

describe('a body', () => {
  const viewer = '{"query":"{ viewer { kind } }"}';

  it.each([
    ['a batch', `[${viewer},${viewer}]`, 400],
    ['an empty batch', '[]', 400],
    ['a number', '5', 400],
    ['null', 'null', 400],
    ['no JSON', '{"query":', 400],
    ['nothing', '', 400],
    ['nesting without an end', '['.repeat(90_000), 400],
    [
      'an object as deep as fits',
      `{"query":"{ viewer { kind } }","variables":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`,
      200,
    ],
    ['more than fits', JSON.stringify({ query: SENT.repeat(10_000) }), 413],
    ['a byte order mark', `\ufeff${viewer}`, 200],
  ])('that is %s is answered without a fault', async (_name, body, status) => {
    const answer = await hostile.post(body);
    expectSafe(answer);
    expect(answer.status).toBe(status);
  });

  it('that is not UTF-8 finds nothing and breaks nothing', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"query":"{ request(id: \\"'),
      Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
      Buffer.from('\\") { id } }"}'),
    ]);
    const answer = await hostile.post(bytes);
    expectSafe(answer);
    expect(JSON.parse(answer.text)).toEqual({ data: { request: null } });
    expectSafe(await hostile.post(Buffer.from(viewer, 'utf16le')));
  });

  it('that grows when it is unpacked is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    const answer = await hostile.post(bomb, { 'content-encoding': 'gzip' });
    expectSafe(answer);
    expect(answer.status).toBe(413);
    expect((await hostile.post(viewer, { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await hostile.post(viewer, { 'content-encoding': 'zq' })).status).toBe(415);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'application/jsonp',
    '',
  ])('of the type %j is refused unread', async (type) => {
    const answer = await hostile.post(viewer, { 'content-type': type });
    expectSafe(answer);
    expect(answer.status).toBe(415);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s is refused', async (method) => {
    const answer = await came(await hostile.program.send('/graphql?query={viewer{kind}}', { method }));
    expectSafe(answer);
    expect(answer.status).toBe(405);
  });

  it('with two proofs of who sends it is refused', async () => {
    expect((await hostile.post(viewer, { cookie: '__Host-sid=x' })).status).toBe(401);
  });
});
