import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDemoWorld } from '@habeas/example-worlds';
import { CONNECTORS } from '../composition/connectors.js';
import { loadServiceConfig, type ServiceConfig } from './service-config.js';

const OIDC = {
  issuer: 'https://login.example.test/realms/staff',
  clientId: 'habeas',
  clientSecret: '${file:secret}',
  roles: [{ claim: 'groups', value: 'officers', controller: 'club', role: 'dpo' }],
};

describe('the settings of an identity provider', () => {
  let folder: string;
  let habeas: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-oidc-'));
    writeFileSync(join(folder, 'secret'), 'the secret\n');
    habeas = (await createDemoWorld(join(folder, 'world'))).associationConfig;
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const load = (oidc: object, club = habeas): ServiceConfig => {
    const file = join(folder, 'service.yaml');
    writeFileSync(file, `service: 1\ncontrollers: { club: ${club} }\noidc: ${JSON.stringify({ ...OIDC, ...oidc })}\n`);
    return loadServiceConfig(file, CONNECTORS);
  };

  it('have the secret from elsewhere, out of sight, and safe defaults', () => {
    const { oidc } = load({});
    expect(oidc?.clientSecret.reveal()).toBe('the secret');
    expect(JSON.stringify(oidc)).not.toContain('the secret');
    expect(oidc).toMatchObject({
      scopes: ['openid', 'profile'],
      maxAgeMinutes: 480,
      secondFactor: { here: 'otherwise', shownBy: [] },
      allowInsecureHttp: false,
      userinfo: false,
    });
  });

  it.each([
    ['http from elsewhere', { issuer: 'http://login.example.test' }, 'oidc.issuer: it does not begin with https:'],
    ['http from here, unsaid', { issuer: 'http://127.0.0.1:8080' }, 'oidc.issuer: it does not begin with https:'],
    [
      'a permit for http where it is of no use',
      { allowInsecureHttp: true },
      'oidc.allowInsecureHttp: the provider is not on this machine',
    ],
    [
      'a host that only looks like this machine',
      { issuer: 'http://127.0.0.1.example.test', allowInsecureHttp: true },
      'not on this machine',
    ],
    ['another protocol', { issuer: 'ftp://localhost', allowInsecureHttp: true }, 'oidc.issuer: it does not begin with https:'],
    ['a query in the issuer', { issuer: 'https://login.example.test/?a=b' }, 'oidc.issuer: it has a query'],
    [
      'an issuer that is too long',
      { issuer: `https://login.example.test/${'a'.repeat(200)}` },
      'oidc.issuer: expected at most 190',
    ],
    ['no scope openid', { scopes: ['profile'] }, 'oidc.scopes: the scope openid is missing'],
    ['a scope with space', { scopes: ['openid profile'] }, 'a scope has no space'],
    ['no rule', { roles: [] }, 'oidc.roles: it is empty'],
    [
      'a controller that there is none of',
      { roles: [{ ...OIDC.roles[0], controller: 'clbu' }] },
      'oidc.roles.0.controller: there is no such controller (name one of club)',
    ],
    ['the role of programs', { roles: [{ ...OIDC.roles[0], role: 'service' }] }, 'oidc.roles.0.role: expected one of dpo'],
    ['nobody who could sign in', { secondFactor: { here: 'never' } }, 'oidc.secondFactor: nobody could sign in'],
    ['a signature that anybody can make', { signingAlgorithm: 'none' }, 'oidc.signingAlgorithm: expected one of RS256'],
    ['a signature with the client’s secret', { signingAlgorithm: 'HS256' }, 'oidc.signingAlgorithm: expected one of RS256'],
    ['a word that is not known', { issuers: 'x' }, 'the key "issuers" is not known here'],
    ['a secret that is not there', { clientSecret: '${file:nowhere}' }, 'oidc.clientSecret: the file nowhere cannot be read'],
  ])('are refused with %s, by file, line and place', (_what, oidc, text) => {
    expect(() => load(oidc)).toThrow(text);
    expect(() => load(oidc)).toThrow(/service\.yaml:3:\d+/u);
  });

  it('permit http for a provider on this machine where that is said', () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      expect(load({ issuer: `http://${host}:8080`, allowInsecureHttp: true }).oidc?.issuer).toBe(`http://${host}:8080`);
    }
  });

  it('are told with the faults of every other file', () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'habeas: 2\n');
    expect(() => load({ scopes: ['profile'] }, 'wrong.yaml')).toThrow(/oidc\.scopes[\s\S]*wrong\.yaml/u);
  });
});
