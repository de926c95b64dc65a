import { describe, expect, it } from '@jest/globals';
import { originRules, type DeclaredOrigins } from './origins.js';

const declared = (more: Partial<DeclaredOrigins>): DeclaredOrigins => ({ origins: [], fileHosts: [], insecure: false, ...more });
const standings = (more: Partial<DeclaredOrigins>, ...urls: readonly string[]): readonly string[] =>
  urls.map((url) => originRules(declared(more))(new URL(url)));

describe('a URL', () => {
  it('is of the API where scheme, host and port are declared', () => {
    const origins = ['https://api.example.org', 'https://crm.example.org:8443/base?x'];
    const inside = ['https://api.example.org/a', 'https://API.example.org:443/', 'https://crm.example.org:8443/'];
    const outside = [
      'http://api.example.org/',
      'https://api.example.org:444/',
      'https://api.example.org.evil.test/',
      'https://evil.test/api.example.org',
      'https://ann@api.example.org/',
      'https://:pw@api.example.org/',
      'https://api.example.org@evil.test/',
      'https://crm.example.org/',
      'file:///etc/passwd',
    ];
    expect(standings({ origins }, ...inside)).toEqual(inside.map(() => 'api'));
    expect(standings({ origins }, ...outside)).toEqual(outside.map(() => 'foreign'));
  });

  it('is of a host of files where its origin, or every host under one, is declared', () => {
    const fileHosts = ['https://files.example.org', 'https://*.cdn.example.net'];
    const inside = ['https://files.example.org/1', 'https://a.cdn.example.net/', 'https://a.b.cdn.example.net/'];
    const outside = [
      'https://cdn.example.net/',
      'https://xcdn.example.net/',
      'http://a.cdn.example.net/',
      'https://a.cdn.example.net:8443/',
    ];
    expect(standings({ fileHosts }, ...inside)).toEqual(inside.map(() => 'files'));
    expect(standings({ fileHosts }, ...outside)).toEqual(outside.map(() => 'foreign'));
  });
});

describe('what is declared', () => {
  it.each([
    [{ origins: ['api.example.org'] }, 'it is no URL'],
    [{ origins: ['ftp://api.example.org'] }, 'its scheme is not https'],
    [{ origins: ['http://api.example.org'] }, 'http is not allowed'],
    [{ origins: ['https://user:pw@api.example.org'] }, '"…": it holds credentials'],
    [{ fileHosts: ['https://*.net'] }, 'no host of one owner'],
    [{ fileHosts: ['https://*.'] }, 'it is no URL'],
  ])('%j is refused: %s', (more, why) => {
    expect(() => originRules(declared(more))).toThrow(why);
  });

  it('may be http where that is allowed', () => {
    expect(standings({ origins: ['http://crm.internal:8080'], insecure: true }, 'http://crm.internal:8080/')).toEqual(['api']);
  });
});
