import { describe, expect, it } from '@jest/globals';
import { parseManifest } from '@habeas/rest-engine';
import { gapsOf, restFacts } from './rest-facts.js';

const MANIFEST = `
manifest: 1
id: club
version: 0.1.0
title: Club
systems: [{ name: Club, versions: '1', tested: false }]
documentation: https://developers.example.org/
secrets:
  token: { description: A token. }
base: https://api.example.org
auth: { type: bearer, token: '\${secret.token}' }
limits: [{ rate: 10, per: 90s, concurrency: 4 }, { rate: 1, per: 250ms, scope: search }, { concurrency: 2 }]
paginate: { type: cursor, from: next, to: cursor }
check: { get: /me }
namespaces: { member: the id of a member }
templates:
  dated:
    key: [id]
    fields: { id: {}, created: { type: timestamp } }
collections:
  member:
    like: dated
    fields:
      id: { identifier: { kind: id, namespace: member }, category: pd:UniqueIdentifier }
      email: { identifier: email, category: pd:EmailAddress }
      phone: { identifier: phone, category: pd:TelephoneNumber }
    find:
      - { by: phone, field: phone, mode: index, get: /members, query: { phone: '\${id}' } }
      - { by: email, field: email, mode: exact, get: /members, query: { email: '\${id}' } }
      - { by: id, namespace: member, field: id, mode: exact, get: '/members/\${id}', paginate: none }
    read: { each: { get: '/members/\${key.id}' } }
    gaps: [Members who left.]
  guest:
    like: dated
    fields: { email: { identifier: email, category: pd:EmailAddress } }
    find:
      - { by: email, field: email, mode: exact, get: /guests, query: { email: '\${id}' } }
      - { by: email, field: email, mode: scan, get: /guests/old }
    read: { each: { get: '/guests/\${key.id}' } }
    of: { member: { get: '/members/\${parent.id}/guests', paginate: { type: page, to: page } } }
    files: { picture: { get: '/guests/\${record.id}/picture' } }
gaps: [Its events., Its mails.]
`;

describe('what a scorecard takes from a manifest', () => {
  const manifest = parseManifest(MANIFEST, 'manifest.yaml');
  const facts = restFacts(manifest);

  it('is each kind of identifier with each way to ask, the surest first, and the collections that have it', () => {
    expect(facts.finds).toEqual([
      { by: 'e-mail', mode: 'exact', collections: ['member', 'guest'] },
      { by: 'the id of a member', mode: 'exact', collections: ['member'] },
      { by: 'phone', mode: 'index', collections: ['member'] },
      { by: 'e-mail', mode: 'scan', collections: ['guest'] },
    ]);
  });

  it('is how many collections and fields there are, those of templates for each, and which have a category', () => {
    expect(facts).toMatchObject({ collections: 2, fields: 7, categorised: 4, files: ['guest.picture'] });
  });

  it('is how requests are signed, paged wherever they stand, and held back', () => {
    expect(facts).toMatchObject({
      authentication: 'bearer',
      pagination: ['cursor', 'page'],
      limits: ['10 in 90 s and 4 at once', '1 in 250 ms (search)', '2 at once'],
    });
  });

  it('is how many gaps are named, those of collections included', () => {
    expect(gapsOf(manifest)).toBe(3);
  });
});
