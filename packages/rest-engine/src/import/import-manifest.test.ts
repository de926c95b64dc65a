import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Manifest, parseManifest } from '../manifest/manifest.js';
import { type ImportedManifest, importManifest } from './import-manifest.js';

const example = (name: string): string => readFileSync(new URL(`../../test/import/${name}`, import.meta.url), 'utf8');
const imported = (text: string, dataset?: string): { draft: Manifest; told: string } & ImportedManifest => {
  const made = importManifest(
    { file: 'given.yaml', text },
    dataset === undefined ? undefined : { file: 'data.yaml', text: dataset },
  );
  const told = made.decisions.map(({ what }) => what).join('\n');
  return { ...made, draft: parseManifest(made.manifest, 'draft'), told };
};

describe('a draft made of a Fides file', () => {
  const { draft, told, manifest, decisions, format, id } = imported(example('club.fides.yaml'));

  it('is a manifest without a fault, signed and limited as the file says', () => {
    expect([format, id, draft.base]).toEqual(['Fides SaaS', 'club-desk', 'https://${config.domain}']);
    expect(draft.config['domain']).toMatchObject({ type: 'slug', default: 'api.club.example.org' });
    expect(draft.auth).toEqual({ type: 'bearer', token: '${secret.api_key}' });
    expect(draft.limits).toEqual([{ rate: 10, per: 1000 }]);
    expect(draft.check).toMatchObject({ get: '/v1/me', paginate: 'none' });
  });

  it('finds a person where the file asks by an identity, and pages without what the engine writes', () => {
    expect(draft.collections['member']?.find).toMatchObject([
      { by: 'email', field: 'email', mode: 'index', get: '/v1/members', query: { email: '${id}' }, records: 'members' },
    ]);
    expect(draft.collections['member']?.find[0]?.query).not.toHaveProperty('limit');
    expect(draft.collections['member']?.find[0]?.paginate).toMatchObject({
      type: 'offset',
      to: 'offset',
      size: { to: 'limit', is: 100 },
    });
    expect(draft.collections['member']?.read).toMatchObject({ each: { get: '/v1/members/${key.id}' } });
  });

  it('reads what refers to a record as owned by it, and goes through lists that name nobody', () => {
    expect(draft.collections['bookings']?.of['member']).toMatchObject({
      get: '/v1/members/${parent.id}/bookings',
      paginate: { type: 'next', from: { header: 'Link' } },
    });
    expect(draft.listings['events']).toMatchObject({ get: '/v1/events' });
    expect(draft.collections['guests']).toMatchObject({
      key: ['events_slug', 'id'],
      set: { events_slug: '${events.slug}' },
      find: [
        { field: 'mail', for: ['events'], post: '/v1/events/${events.slug}/guests/search', body: { filter: { email: '${id}' } } },
      ],
    });
  });

  it('takes types, keys and the categories that are beyond doubt from the dataset', () => {
    expect(draft.collections['member']?.fields).toMatchObject({
      id: { type: 'integer' },
      email: { identifier: { kind: 'email' }, category: 'pd:EmailAddress' },
      address: { type: 'json' },
    });
    expect(told).toContain('the category of mood in Fides is user.sensor');
    expect(told).toContain('address.city (user.contact.address.city)');
  });

  it.each([
    'elsewhere is not in the draft: its path names people.id of another source (postgres)',
    'guests: its body names <size>, which is left out',
    'guests: it is a POST',
    'Habeas only reads: the requests to update are not taken over',
    'the setting unused_one of the file is named by nothing in the draft',
    'the file stops when offset is 10000',
  ])('tells what it does not have: %s', (what) => {
    expect(told).toContain(what);
    expect(manifest).toContain(what);
  });

  it('has every decision as a comment above its line', () => {
    const lines = manifest.split('\n');
    for (const { line, what } of decisions) {
      expect(lines.findIndex((text) => text.trim() === `# decide: ${what}`)).toBeLessThan(Math.max(line, 5));
      expect(lines.map((text) => text.trim())).toContain(`# decide: ${what}`);
    }
    expect(draft.gaps).toEqual(['elsewhere is not read.']);
  });
});

describe('a draft made of an Airbyte file', () => {
  const { draft, told, id, format } = imported(example('tickets.airbyte.yaml'));

  it('is a manifest without a fault, with what its references name', () => {
    expect([format, id, draft.base]).toEqual(['Airbyte low-code', 'tickets', 'https://api.tickets.example.org/v1']);
    expect(draft.auth).toEqual({ type: 'header', name: 'Authorization', value: 'Token ${secret.api_key}' });
    expect(draft.secrets).toEqual({ api_key: { description: 'Key' } });
    expect(draft.responses.wait).toEqual([{ header: 'X-Wait', holds: 'seconds' }]);
    expect(draft.documentation).toBe('https://docs.example.org/tickets');
  });

  it('takes a stream that names nobody for a listing, and reads all of one that does', () => {
    expect(draft.listings['organizers']).toMatchObject({
      get: '/organizers',
      records: 'results',
      paginate: { type: 'next', from: 'next' },
    });
    expect(draft.collections['customers']?.find).toMatchObject([
      { by: 'email', mode: 'scan', for: ['organizers'], get: '/organizers/${organizers.slug}/customers', on: { 404: 'empty' } },
    ]);
    expect(draft.collections['customers']?.find[0]?.paginate).toMatchObject({
      type: 'page',
      to: 'page',
      size: { to: 'page_size', is: 50 },
    });
    expect(draft.collections['customers']?.fields['created']).toMatchObject({ type: 'timestamp' });
  });

  it('reads a stream of a stream as owned', () => {
    expect(draft.collections['orders']?.of).toMatchObject({ customers: { get: '/orders', query: { customer: '${parent.id}' } } });
  });

  it.each([
    'customers: the parameter at names {{ now_utc() }}, and is left out',
    'incremental_sync',
    'error_handler.max_retries',
    'the file names no limits',
    'no way to ask the vendor for one person',
  ])('tells what it does not have: %s', (what) => {
    expect(told).toContain(what);
  });

  it('does not take a reply that there is nothing for good credentials', () => {
    expect(draft.check).toMatchObject({ get: '/organizers', on: {} });
  });
});

describe('a file that is neither', () => {
  it.each(['manifest: 1', '[]', 'hello', ''])('is refused in one sentence: %j', (text) => {
    expect(() => importManifest({ file: 'other.yaml', text })).toThrow(
      /other\.yaml.*neither a Fides SaaS configuration.*nor an Airbyte/su,
    );
  });

  it('is refused where it is no YAML', () => {
    expect(() => importManifest({ file: 'other.yaml', text: 'a: [' })).toThrow(/other\.yaml/u);
  });
});
