import { describe, expect, it } from '@jest/globals';
import { describedBy, made, TOP, useFolder } from '../../test/workshop.js';

useFolder();

describe('datapackage.json (FMT-07)', () => {
  it('describes fields in the words of the data map, and columns by what they hold', async () => {
    const [customer] = describedBy(await made({ language: 'fr' })).resources;
    expect(customer).toMatchObject({
      title: 'Clients',
      'x-title': { en: 'Customers', fr: 'Clients' },
      'x-activity': 'sales',
      'x-records': 2,
      mediatype: 'text/csv',
    });
    const fields = Object.fromEntries((customer?.schema.fields ?? []).map((field) => [field.name, field]));
    expect(fields['_record']).toMatchObject({ type: 'string', constraints: { required: true } });
    expect(fields['id']).toEqual({
      name: 'id',
      type: 'integer',
      title: 'Numéro',
      'x-type': 'integer',
      'x-title': { en: 'Number', fr: 'Numéro' },
      'x-codes': { 7: 'sept', 8: 'eight' },
      'x-code-titles': { 7: { en: 'seven', fr: 'sept' }, 8: { en: 'eight' } },
    });
    expect(fields['email']).toMatchObject({
      rdfType: 'https://w3id.org/dpv/pd#EmailAddress',
      'x-category': 'pd:EmailAddress',
      'x-origin': 'provided',
    });
    expect(fields['note']).toMatchObject({ 'x-free-text': true, 'x-third-party': true });
    expect(fields['born']).toEqual({ name: 'born', type: 'string', 'x-type': 'date', 'x-special': true });
    expect(fields['prefs']).toMatchObject({ type: 'string', 'x-encoding': 'json', 'x-unclassified': true });
  });

  it('has the meanings of codes in the language of the archive, else in English, and in all that the data map has (FMT-02)', async () => {
    for (const [language, seven] of [
      ['en', 'seven'],
      ['fr', 'sept'],
    ] as const) {
      const [customer] = describedBy(await made({ language })).resources;
      const id = customer?.schema.fields.find(({ name }) => name === 'id');
      expect(id?.['x-codes']).toEqual({ 7: seven, 8: 'eight' });
      expect(id?.['x-code-titles']).toEqual({ 7: { en: 'seven', fr: 'sept' }, 8: { en: 'eight' } });
    }
  });

  it('says what is a formula guard, what no value is, and what refers to what', async () => {
    const { resources } = describedBy(await made());
    expect(resources[0]).toMatchObject({
      dialect: { 'x-escaping': 'formula-prefix', lineTerminator: '\r\n' },
      schema: { missingValues: [''], primaryKey: ['_record'] },
    });
    expect(resources[1]).toMatchObject({
      name: 'shop.customer.prefs',
      'x-unfolds': { resource: 'shop.customer', field: 'prefs' },
      schema: {
        primaryKey: ['_record', '_n'],
        foreignKeys: [{ fields: ['_record'], reference: { resource: 'shop.customer', fields: ['_record'] } }],
      },
    });
  });

  it('has no dialect and no size for JSON, where empty text is a value', async () => {
    const [customer] = describedBy(await made({ format: 'json' })).resources;
    expect(customer).toMatchObject({ format: 'json', mediatype: 'application/json', schema: { missingValues: [] } });
    expect(customer).not.toHaveProperty('dialect');
    expect(customer).not.toHaveProperty('bytes');
  });

  it('names the controller, the request and the software', async () => {
    expect(describedBy(await made())).toMatchObject({
      name: TOP,
      created: '2024-05-01T10:20:31.500Z',
      title: 'Personal data held by Example Association',
      contributors: [{ title: 'Example Association', roles: ['controller'] }],
      sources: [{ title: 'Web shop', version: 'mysql 0.1.0' }],
      'x-profile': 'habeas-archive/1',
      'x-complete': true,
      'x-software': { name: 'Habeas', version: '0.1.0' },
    });
    expect(describedBy(await made({ language: 'fr' })).title).toBe('Données personnelles détenues par Example Association');
  });
});
