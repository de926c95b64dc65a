import { describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { mysqlConfigSchema, tlsMode } from './config.js';
import { connectionOptions, tlsOptions } from './connection-options.js';

const WRITTEN = { host: 'db.example.org', database: 'shop', user: 'reader', password: 'pass' };

describe('the configuration', () => {
  it('needs five values and has a default for the others', () => {
    const config = mysqlConfigSchema.parse(WRITTEN);
    expect(config).toMatchObject({ port: 3306, connections: 4, statementTimeoutSeconds: 60, streamTimeoutSeconds: 3_600 });
    expect(config.limits.scanRowLimit).toBeGreaterThan(0);
  });

  it('keeps passwords and keys from being printed', () => {
    const config = mysqlConfigSchema.parse({ ...WRITTEN, tls: { key: 'private' } });
    expect(config.password).toBeInstanceOf(Secret);
    expect(JSON.stringify(config)).not.toMatch(/"pass"|private/);
  });

  it.each([
    { host: '' },
    { port: 0 },
    { connections: 17 },
    { connections: 1 },
    { schemas: [] },
    { tls: { mode: 'maybe' } },
    { passwort: 'x' },
  ])('refuses %j', (part) => {
    expect(mysqlConfigSchema.safeParse({ ...WRITTEN, ...part }).success).toBe(false);
  });

  it.each([
    ['db.example.org', undefined, 'required'],
    ['10.0.0.1', undefined, 'required'],
    ['127.evil.example.org', undefined, 'required'],
    ['localhost', undefined, 'disabled'],
    ['127.0.0.1', undefined, 'disabled'],
    ['::1', undefined, 'disabled'],
    ['localhost', 'required', 'required'],
    ['db.example.org', 'disabled', 'disabled'],
  ])('encrypts a connection to %s, told %s: %s', (host, mode, expected) => {
    expect(tlsMode(mysqlConfigSchema.parse({ ...WRITTEN, host, tls: mode === undefined ? {} : { mode } }))).toBe(expected);
  });

  it('verifies the server unless encryption is only preferred and no authority is named', () => {
    const optionsFor = (tls: object): unknown => tlsOptions(mysqlConfigSchema.parse({ ...WRITTEN, tls }));
    expect(optionsFor({ mode: 'required', ca: 'CA', certificate: 'C', key: 'K' })).toMatchObject({
      rejectUnauthorized: true,
      verifyIdentity: true,
      ca: 'CA',
      cert: 'C',
      key: 'K',
    });
    expect(optionsFor({ mode: 'preferred' })).toMatchObject({ rejectUnauthorized: false, verifyIdentity: false });
    expect(optionsFor({ mode: 'preferred', ca: 'CA' })).toMatchObject({ rejectUnauthorized: true, verifyIdentity: true });
  });

  it('lets the driver neither run several statements nor send files', () => {
    const options = connectionOptions(mysqlConfigSchema.parse(WRITTEN), undefined);
    expect(options).toMatchObject({ multipleStatements: false, flags: ['-LOCAL_FILES'], password: 'pass' });
    expect(options).not.toHaveProperty('infileStreamFactory');
  });
});
