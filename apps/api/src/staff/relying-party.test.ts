import { describe, expect, it } from '@jest/globals';
import { relyingPartyOf, requireName } from './relying-party.js';

describe('the site that passkeys are for', () => {
  it('is the host that browsers call it by, and its own pages only', () => {
    const party = relyingPartyOf(
      'https://privacy.example.org/desk',
      new Set(['https://privacy.example.org', 'http://127.0.0.1:4000']),
    );
    expect([party.id, party.origins()]).toEqual(['privacy.example.org', ['https://privacy.example.org']]);
  });

  it('is localhost where there is no public address, as soon as the port is known', () => {
    const origins = new Set<string>();
    const party = relyingPartyOf(undefined, origins);
    expect([party.id, party.origins()]).toEqual(['localhost', []]);
    origins.add('http://127.0.0.1:4000').add('http://localhost:4000');
    expect(party.origins()).toEqual(['http://localhost:4000']);
  });

  it.each(['https://192.0.2.7:8443', 'https://[2001:db8::7]/'])('cannot be an address: %s', (publicUrl) => {
    expect(() => {
      requireName(relyingPartyOf(publicUrl, new Set()));
    }).toThrow('A passkey needs a site with a name');
  });

  it('can be any name', () => {
    expect(() => {
      requireName(relyingPartyOf('https://privacy.example.org', new Set()));
    }).not.toThrow();
  });
});
