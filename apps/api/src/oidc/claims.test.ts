import { describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import type { OidcConfig } from '../config/oidc-config.js';
import { type Claims, identityOf } from './claims.js';

type Given = Readonly<Record<string, unknown>>;

const SETTINGS = {
  issuer: 'https://login.example.test',
  clientSecret: new Secret('x'),
  roles: [
    { claim: 'groups', value: 'officers', controller: 'club', role: 'dpo' },
    { claim: 'resource_access.habeas.roles', value: 'dpo', controller: 'club', role: 'dpo' },
    { claim: 'https://example.test/roles', value: 'audit', controller: 'hostel', role: 'auditor' },
    { claim: 'department', value: '7', controller: 'hostel', role: 'handler' },
  ],
  secondFactor: { here: 'otherwise', shownBy: [{ claim: 'amr', value: 'mfa' }] },
} as unknown as OidcConfig;

const of = (claims: Given): ReturnType<typeof identityOf> =>
  identityOf(SETTINGS, { sub: 'x', ...claims } as Claims, 1_700_000_000);
const rolesOf = (claims: Given): readonly string[] => of(claims).grants.map(({ controller, role }) => `${controller} ${role}`);

describe('roles', () => {
  it.each<[string, Given, readonly string[]]>([
    ['a list', { groups: ['others', 'officers'] }, ['club dpo']],
    ['a text', { groups: 'officers' }, ['club dpo']],
    ['a list within groups', { resource_access: { habeas: { roles: ['dpo'] } } }, ['club dpo']],
    ['a name with dots in it', { 'https://example.test/roles': ['audit'] }, ['hostel auditor']],
    ['two ways to the same role', { groups: ['officers'], resource_access: { habeas: { roles: ['dpo'] } } }, ['club dpo']],
    ['several claims', { groups: 'officers', department: '7' }, ['club dpo', 'hostel handler']],
  ])('come of %s', (_what, claims, roles) => {
    expect(rolesOf(claims)).toEqual(roles);
  });

  it.each<[string, Given]>([
    ['nothing', {}],
    ['part of a word', { groups: 'officers and others' }],
    ['another case', { groups: ['Officers'] }],
    ['a number', { department: 7 }],
    ['a group where a text should be', { groups: { officers: true } }],
    ['a text where a group should be', { resource_access: 'habeas' }],
    ['a list within a list', { groups: [['officers']] }],
    ['what every object has', { resource_access: Object.create({ habeas: { roles: ['dpo'] } }) as object }],
  ])('do not come of %s', (_what, claims) => {
    expect(rolesOf(claims)).toEqual([]);
  });
});

describe('a name', () => {
  it.each<[Given, string]>([
    [{ name: ' Vera ' }, 'Vera'],
    [{ name: '\u0000', preferred_username: 'vera' }, 'vera'],
    [{ name: 7 }, 'Without a name'],
    [{ name: 'a\nb' }, 'a b'],
    [{ name: `${'a'.repeat(199)}\u{1F600}` }, 'a'.repeat(199)],
  ])('of %j can be shown', (claims, name) => {
    expect(of(claims).displayName).toBe(name);
  });
});

describe('an identity', () => {
  it('shows nothing of the person where it is printed', () => {
    expect(JSON.stringify(of({ sub: 'vera-sub', sid: 'a-session' }))).not.toMatch(/vera-sub|a-session/u);
  });

  it('has no session of the provider where it names none, or by something else than a text', () => {
    expect([of({}).session, of({ sid: 7 }).session]).toEqual([undefined, undefined]);
  });
});
