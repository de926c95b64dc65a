import { describe, expect, it } from '@jest/globals';
import { accountsConfig, accountsFaults, accountsSchema } from './accounts-config.js';

const SECRET = 'x'.repeat(32);
const PEM = `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(80)}\n-----END PUBLIC KEY-----`;
const club = (more: object) =>
  accountsSchema.parse({ club: { issuer: 'https://club.example.org', algorithm: 'HS256', key: SECRET, ...more } });
const faultsOf = (settings: ReturnType<typeof club>, controllers: object = { club: './club.yaml' }) =>
  accountsFaults(settings, { ...controllers }, (path, what) => ({ path: path.join('.'), what }) as never);

describe('accounts in service.yaml', () => {
  it('are for the controller of their id, and their key is out of sight', () => {
    const accounts = accountsConfig(club({})).get('club');
    expect(accounts).toMatchObject({ audience: 'club', algorithm: 'HS256' });
    expect(accounts?.key.reveal()).toBe(SECRET);
    expect(JSON.stringify(accounts)).not.toContain(SECRET);
    expect(accountsConfig(club({ audience: 'habeas' })).get('club')?.audience).toBe('habeas');
    expect(faultsOf(club({}))).toEqual([]);
    expect(faultsOf(club({ algorithm: 'ES256', key: PEM }))).toEqual([]);
  });

  it('refuse a controller that there is not, and a key of another kind, without repeating it', () => {
    expect(faultsOf(club({}), { hostel: './hostel.yaml' })).toMatchObject([{ path: 'accounts.club' }]);
    const wrong = [...faultsOf(club({ key: PEM })), ...faultsOf(club({ algorithm: 'EdDSA' }))];
    expect(wrong).toMatchObject([{ path: 'accounts.club.key' }, { path: 'accounts.club.key' }]);
    expect(JSON.stringify(wrong)).not.toContain(SECRET);
    expect(() => club({ key: 'short' })).toThrow();
    expect(() => club({ algorithm: 'none' })).toThrow();
  });
});
