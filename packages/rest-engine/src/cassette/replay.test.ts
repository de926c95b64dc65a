import { expect, it } from '@jest/globals';
import { replyOf, requestLine } from './replay.js';

it('a reply of a cassette is read like one of a vendor', async () => {
  const reply = replyOf({ status: 200, headers: { 'x-total': '2' }, reply: [1] });
  expect([reply.status, reply.header('X-Total'), reply.header('etag'), await reply.text()]).toEqual([200, '2', undefined, '[1]']);
  const chunks: string[] = [];
  for await (const chunk of reply.bytes()) chunks.push(Buffer.from(chunk).toString());
  await reply.discard();
  expect(chunks).toEqual(['[1]']);
  expect(await replyOf({ status: 204 }).text()).toBe('');
});

it('a request is written below the base, and whole where it is not below it', () => {
  const line = (url: string): string =>
    requestLine({ method: 'GET', url: new URL(url) }, new URL('https://vendor.example.org/v1/'));
  expect(line('https://vendor.example.org/v1/contacts?a=1')).toBe('GET /contacts?a=1');
  expect(line('https://vendor.example.org/jobs/1')).toBe('GET https://vendor.example.org/jobs/1');
});
