import { expect, it } from '@jest/globals';
import { cassetteText, readCassette, type Cassette } from './cassette.js';

const CASSETTE: Cassette = {
  cassette: 1,
  connector: 'test',
  version: '1.0.0',
  at: '2026-01-01T00:00:00.000Z',
  config: { base: 'https://vendor.example.org' },
  searched: [{ kind: 'email', value: 'person.1@example.org' }],
  ledger: { contact: { search: 'complete', matches: 1, dropped: 0, records: 1, read: 'complete' } },
  exchanges: [
    {
      label: 'contact.find',
      request: 'GET /contacts',
      status: 200,
      headers: { 'x-total': '1' },
      reply: [{ id: '007', at: null }],
    },
    { label: 'contact.read', request: 'POST /some', body: { ids: ['---'] }, status: 404 },
  ],
};

it('a cassette is read as it was written', () => {
  expect(readCassette(cassetteText(CASSETTE), 'ann.yaml')).toEqual(CASSETTE);
});

it.each([
  ['nothing', ''],
  ['another file', 'a: 1'],
  ['no YAML', 'a: ['],
])('%s is no cassette', (_, text) => {
  expect(() => readCassette(text, 'ann.yaml')).toThrow('this is no cassette');
});
