import { describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { postgresConfigSchema, tlsMode } from './config.js';
import { clientOptions, tlsOptions } from './client-options.js';

const WRITTEN = { host: 'db.example.org', database: 'shop', user: 'reader', password: 'pass' };

describe('the configuration', () => {
  it('needs five values and has a default for the others', () => {
    const config = postgresConfigSchema.parse(WRITTEN);
    expect(config).toMatchObject({
      port: 5432,
      schemas: ['public'],
      connections: 4,
      statementTimeoutSeconds: 60,
      streamTimeoutSeconds: 3_600,
    });
    expect(config.limits.scanRowLimit).toBeGreaterThan(0);
  });

  it('keeps passwords and keys from being printed', () => {
    const config = postgresConfigSchema.parse({ ...WRITTEN, tls: { key: 'private' } });
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
    expect(postgresConfigSchema.safeParse({ ...WRITTEN, ...part }).success).toBe(false);
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
    expect(tlsMode(postgresConfigSchema.parse({ ...WRITTEN, host, tls: mode === undefined ? {} : { mode } }))).toBe(expected);
  });

  it('verifies the server unless encryption is only preferred and no authority is named', () => {
    const optionsFor = (tls: object): unknown => tlsOptions(postgresConfigSchema.parse({ ...WRITTEN, tls }));
    expect(optionsFor({ mode: 'required', ca: 'CA', certificate: 'C', key: 'K' })).toMatchObject({
      rejectUnauthorized: true,
      host: 'db.example.org',
      ca: 'CA',
      cert: 'C',
      key: 'K',
    });
    expect(optionsFor({ mode: 'preferred' })).toMatchObject({ rejectUnauthorized: false });
    expect(optionsFor({ mode: 'preferred', ca: 'CA' })).toMatchObject({ rejectUnauthorized: true });
  });

  it('says who is asking, and does not encrypt where it was told not to', () => {
    const config = postgresConfigSchema.parse({ ...WRITTEN, tls: { mode: 'disabled' } });
    expect(clientOptions(config, tlsOptions(config))).toMatchObject({ application_name: 'habeas', password: 'pass', ssl: false });
  });
});
