import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@habeas/connector-sdk';
import { loadConfig } from './load-config.js';
import { isLoopback } from './provider-schema.js';
import type { SignInConfig } from './sign-in-config.js';

const SIGN_IN = {
  issuer: 'https://login.example.test/realms/guests',
  clientId: 'habeas',
  clientSecret: '${file:secret}',
  identifiers: [{ claim: 'email', kind: 'email' }],
};

describe('where subjects sign in (IDV-02)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-sign-in-'));
    writeFileSync(join(folder, 'secret'), 'the secret\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const load = (changes: object): SignInConfig | undefined => {
    const file = join(folder, 'habeas.yaml');
    const settings = JSON.stringify({ ...SIGN_IN, ...changes });
    writeFileSync(file, `habeas: 1\ncontroller: { name: X }\nsignIn: ${settings}\nsources: { desk: { connector: manual, config: { instructions: Look., doneBy: Desk, tells: [email], collections: { card: {} } } } }\n`); // prettier-ignore
    return loadConfig(file, new Map()).signIn;
  };
  const faultOf = (changes: object): string => {
    try {
      load(changes);
    } catch (error) {
      if (error instanceof InvalidInputError) return error.message;
      throw error;
    }
    return '';
  };

  it('has the secret from elsewhere, out of sight, and safe defaults', () => {
    const signIn = load({});
    expect(signIn?.clientSecret.reveal()).toBe('the secret');
    expect(JSON.stringify(signIn)).not.toContain('the secret');
    expect(signIn).toMatchObject({
      ...{ scopes: ['openid', 'email'], signingAlgorithm: 'RS256', userinfo: false, allowInsecureHttp: false },
      origins: ['https://login.example.test'],
    });
  });

  it('may have its pages on other hosts, each named once and by its origin', () => {
    const origins = ['https://pages.example.test/sign-in', 'https://login.example.test', 'https://pages.example.test'];
    expect(load({ origins })?.origins).toEqual(['https://login.example.test', 'https://pages.example.test']);
  });

  it('may be on the same machine without TLS, where that is said', () => {
    const here = { issuer: 'http://127.0.0.1:8080', allowInsecureHttp: true, origins: ['http://localhost:9090'] };
    expect(load(here)?.origins).toEqual(['http://127.0.0.1:8080', 'http://localhost:9090']);
    expect([isLoopback('localhost'), isLoopback('[::1]'), isLoopback('example.test')]).toEqual([true, true, false]);
  });

  it.each<[string, object, string]>([
    ['without TLS', { issuer: 'http://login.example.test' }, 'it does not begin with https:'],
    ['without TLS on this machine', { issuer: 'http://127.0.0.1' }, 'it does not begin with https:'],
    ['elsewhere, as if here', { allowInsecureHttp: true }, 'the provider is not on this machine'],
    ['with a query', { issuer: 'https://login.example.test?a=b' }, 'it has a query, a fragment or a user'],
    ['without the scope of OpenID', { scopes: ['email'] }, 'the scope openid is missing'],
    ['with two scopes in one', { scopes: ['openid email'] }, 'a scope has no space'],
    ['with pages without TLS', { origins: ['http://pages.example.test'] }, 'it does not begin with https:'],
    ['with nothing that an account is known by', { identifiers: [] }, 'identifiers'],
    ['with a name as what an account is known by', { identifiers: [{ claim: 'name', kind: 'name' }] }, 'identifiers'],
    ['with an id of nobody', { identifiers: [{ claim: 'sub', kind: 'id' }] }, 'namespace'],
    ['with an address in a namespace', { identifiers: [{ claim: 'email', kind: 'email', namespace: 'x' }] }, 'namespace'],
  ])('is refused %s, and the secret is not repeated', (_what, changes, told) => {
    expect(faultOf(changes)).toContain(told);
    expect(faultOf(changes)).not.toContain('the secret');
  });
});
