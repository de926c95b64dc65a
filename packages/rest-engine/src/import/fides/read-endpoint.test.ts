import { describe, expect, it } from '@jest/globals';
import { BY_MAIL, fidesDraft } from '../../testing/fides-draft.js';

describe('what a Fides file asks', () => {
  it('finds by each identity, and writes a filter in its language', () => {
    const soql = (kind: string): object => ({
      path: '/query',
      query_params: [{ name: 'q', value: `SELECT Id FROM People WHERE Mail='<${kind}>'` }],
      param_values: [{ name: kind, identity: kind }],
      data_path: 'records',
    });
    const { draft, told } = fidesDraft({ read: [soql('email'), soql('phone_number'), soql('customer_id')] });
    expect(draft.collections['people']?.find).toMatchObject([
      { by: 'email', field: 'email', query: { q: { soql: "SELECT Id FROM People WHERE Mail='${id}'" } } },
      { by: 'phone', field: 'phone' },
      { by: 'id', namespace: 'person', field: 'id' },
    ]);
    expect(draft.namespaces).toHaveProperty('person');
    expect(told).toContain('the identity customer_id is taken for an id');
    expect(told).toContain('nothing says which field holds it');
  });

  it('compares with the field that the file filters by, and tells other steps', () => {
    const { draft, told } = fidesDraft({
      read: {
        path: '/people.json',
        postprocessors: [
          { strategy: 'unwrap', configuration: { data_path: 'items' } },
          { strategy: 'filter', configuration: { field: 'mail', value: { identity: 'email' } } },
          { strategy: 'filter', configuration: { field: 'a.b', value: { identity: 'email' } } },
          { strategy: 'other' },
        ],
      },
    });
    expect(draft.collections['people']?.find).toMatchObject([{ by: 'email', field: 'mail', mode: 'scan', records: 'items' }]);
    expect(draft.collections['people']?.read).toMatchObject({ each: { get: '/people/${key.id}' } });
    expect(told).toContain('the records are changed by other there');
    expect(told).toContain('the records are changed by filter there');
  });

  it('leaves out credentials, other bodies than JSON, and what nothing explains', () => {
    const { draft, told } = fidesDraft({
      params: [
        { name: 'secret', sensitive: true },
        { name: 'version', default_value: 3 },
      ],
      read: {
        method: 'POST',
        path: '/v<version>/people?fixed=1',
        headers: [
          { name: 'Token', value: '<secret>' },
          { name: 'Accept', value: 'application/json' },
          { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
        ],
        query_params: [
          { name: 'odd', value: '<what>' },
          { name: 'hole', value: '${x}' },
          { name: 'list', value: [1] },
          { name: 'q', value: 'mail:<email>' },
        ],
        body: 'mail=<email>',
        param_values: [...BY_MAIL, { name: 'what', unpack: true }],
        ignore_errors: true,
        grouped_inputs: ['a'],
      },
    });
    expect(draft.config['version']).toMatchObject({ type: 'integer', default: 3 });
    expect(draft.collections['people']?.find[0]).toMatchObject({
      post: '/v${config.version}/people',
      query: { fixed: '1', q: 'mail:${id}' },
      headers: { Accept: 'application/json' },
      on: { 404: 'empty' },
    });
    for (const what of [
      'the header Token names the credential secret',
      'its body is application/x-www-form-urlencoded',
      'the parameter odd names what no reference of the file explains',
      'a text that a manifest would take for a hole',
      'the parameter list is no plain value',
      'its body is no JSON',
      'see that the value cannot break out of it',
      'grouped_inputs',
    ]) {
      expect(told).toContain(what);
    }
  });

  it('makes gaps of what a manifest cannot say', () => {
    const reference = (field: string): object => ({ dataset: 'desk', field, direction: 'from' });
    const of = (name: string, path: string, fields: readonly string[], more: object = {}): object => ({
      name,
      requests: {
        read: {
          path,
          param_values: [
            ...fields.map((field, index) => ({ name: `p${String(index)}`, references: [reference(field)] })),
            ...BY_MAIL,
          ],
          ...more,
        },
      },
    });
    const { draft, told } = fidesDraft({
      further: [
        of('notes', '/notes/<p0>', ['people.id']),
        of('both', '/both/<p0>/<email>', ['people.id']),
        of('two', '/two/<p0>/<p1>', ['people.id', 'notes.id']),
        of('loop', '/loop/<p0>', ['loop.id']),
        of('coded', '/coded', [], { request_override: 'read_it' }),
        of('put', '/put', [], { method: 'PUT' }),
        { name: 'empty', requests: {} },
      ],
    });
    expect(Object.keys(draft.collections)).toEqual(['people', 'notes']);
    expect(draft.gaps).toEqual(['both', 'two', 'loop', 'coded', 'put', 'empty'].map((name) => `${name} is not read.`));
    for (const what of [
      'it takes an identifier and a record of people at once',
      'records of several collections at once: people, notes',
      'it takes what loop lists',
      'code of Fides reads it',
      'it is read with PUT',
      'the file does not say how it is read',
    ]) {
      expect(told).toContain(what);
    }
  });
});
