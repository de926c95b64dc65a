import { describe, expect, it } from '@jest/globals';
import { requestSchema } from '../manifest/request-schema.js';
import { requestBuilder } from './build-request.js';
import { templatesOf } from './templates-of.js';

const scope = { id: "o'neil@example.org", key: { id: 'a/b' }, keys: ['1', '2'], n: 3 };

describe('a request', () => {
  it('is encoded by where each value stands', () => {
    const spec = requestSchema.parse({
      get: '/contacts/${key.id}',
      query: { email: '${id}', limit: 5, all: true, filter: { odata: "Email eq '${id}'" } },
      headers: { 'x-person': 'é ${id}' },
    });
    expect(requestBuilder(spec)(scope)).toEqual({
      method: 'GET',
      path: '/contacts/a%2Fb',
      query: { email: "o'neil@example.org", limit: '5', all: 'true', filter: "Email eq 'o''neil@example.org'" },
      headers: { 'x-person': "é o'neil@example.org" },
    });
  });

  it('has a body whose single holes keep their types, with a list made from another', () => {
    const spec = requestSchema.parse({
      post: '/search',
      body: {
        inputs: { each: 'keys', as: { id: '${item}' } },
        size: '${n}',
        text: 'n=${n}',
        list: ['${id}', 1, null],
        none: { each: 'n', as: 1 },
      },
    });
    expect(requestBuilder(spec)(scope)).toMatchObject({
      method: 'POST',
      body: { inputs: [{ id: '1' }, { id: '2' }], size: 3, text: 'n=3', list: ["o'neil@example.org", 1, null], none: [] },
    });
  });

  it('keeps what is no ASCII out of headers', () => {
    const spec = requestSchema.parse({ get: '/', headers: { 'x-name': '${name}' } });
    expect(requestBuilder(spec)({ name: 'Zoë\r\nX: 1' }).headers).toEqual({ 'x-name': 'Zo%C3%AB%0D%0AX: 1' });
  });

  it('tells all its templates, with where they stand', () => {
    const spec = requestSchema.parse({
      post: '/${id}',
      query: { q: { sql: "'${id}'" }, n: 1, t: '${n}' },
      headers: { h: 'x' },
      body: { a: ['${id}'], b: { each: 'keys', as: '${item}' }, c: 1, d: { each: 7, as: null } },
    });
    expect(templatesOf(spec).map(({ path, text }) => [path.join('.'), text])).toEqual([
      ['post', '/${id}'],
      ['query.q.sql', "'${id}'"],
      ['query.t', '${n}'],
      ['headers.h', 'x'],
      ['body.a.0', '${id}'],
      ['body.b.each', '${keys}'],
      ['body.b.as', '${item}'],
      ['body.d.each', '${}'],
    ]);
  });
});
