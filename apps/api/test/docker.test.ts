import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { CONNECTORS } from '../src/composition/connectors.js';
import { checkRole } from '../src/config/check-role.js';
import { placementWarnings } from '../src/config/placement.js';
import { loadServiceConfig } from '../src/config/service-config.js';

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const textOf = (name: string): string => readFileSync(path(name), 'utf8');

const healthcheck = z.strictObject({
  test: z.tuple([z.enum(['CMD', 'CMD-SHELL']), z.string()], z.string()),
  interval: z.string(),
  timeout: z.string(),
  retries: z.number(),
});
/** The part of the Compose specification that is used here; anything else would be a slip. */
const service = z.strictObject({
  build: z.strictObject({ context: z.literal('..'), dockerfile: z.string() }).optional(),
  image: z.string(),
  init: z.boolean().optional(),
  profiles: z.array(z.string()).optional(),
  restart: z.string(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).optional(),
  deploy: z.strictObject({ replicas: z.number() }).optional(),
  healthcheck: healthcheck.optional(),
});
const compose = z.strictObject({
  'x-service': z.unknown(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.strictObject({})),
});

const { services, volumes } = compose.parse(parse(textOf('docker/compose.yml'), { merge: true, uniqueKeys: true }));

describe('the compose file', () => {
  it('names only what it declares, and waits for health only where there is a check of it', () => {
    for (const { depends_on: needs = {}, volumes: mounts = [] } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(Object.keys(services)).toContain(name);
        if (condition === 'service_healthy') expect(services[name]?.healthcheck).toBeDefined();
        else expect([condition, services[name]?.restart]).toEqual(['service_completed_successfully', 'on-failure:10']);
      }
      for (const mount of mounts.filter((each) => !each.startsWith('.'))) expect(volumes).toHaveProperty([mount.split(':')[0]!]);
    }
  });

  it('pins what it takes from others, and publishes on the loopback only', () => {
    for (const { image, build, ports = [] } of Object.values(services)) {
      if (build === undefined) expect(image).toMatch(/^[\w./-]+:v?\d+\.\d+$/u);
      else expect(existsSync(path(build.dockerfile))).toBe(true);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/u);
    }
    expect(services['store']?.image).toBe('mysql:8.4');
  });

  it('gives the service no right that it does not use, and no secret that is written down', () => {
    for (const name of ['api', 'worker']) {
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    }
    const secrets = Object.values(services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([key]) => /SECRET|PASSWORD$/u.test(key) && !key.startsWith('MYSQL_RANDOM')),
    );
    expect(secrets.length).toBeGreaterThan(4);
    for (const [, value] of secrets) expect(value).toMatch(/^\$\{\w+:\?set it in \.env\}$/u);
    const given = textOf('docker/example/env')
      .split('\n')
      .filter((line) => /^\w+=/u.test(line));
    expect(given.every((line) => line.endsWith('='))).toBe(true);
    expect(new Set(secrets.map(([, value]) => /\w+/u.exec(value)?.[0]))).toEqual(new Set(given.map((line) => line.slice(0, -1))));
  });
});

describe('the image', () => {
  const lines = textOf('docker/api.Dockerfile').split('\n');

  it('runs as nobody special, asks whether it is ready, and starts what is built', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last[0]).toBe('FROM node:24-bookworm-slim');
    expect(last).toContain('USER node');
    expect(last.indexOf('USER node')).toBeGreaterThan(last.findIndex((line) => line.startsWith('COPY ')));
    expect(last.some((line) => line.startsWith('HEALTHCHECK ') && line.includes('/readyz'))).toBe(true);
    expect(last).toContain('ENTRYPOINT ["node", "--max-semi-space-size=8", "apps/api/dist/main.js"]');
  });

  it('is made without what lies about: keys, data, settings, packages and builds of this machine', () => {
    const ignored = textOf('.dockerignore').split('\n');
    for (const name of ['**/node_modules', '**/dist', '.git', '**/.env', 'docker/config', 'docker/data', 'docker/keys']) {
      expect(ignored).toContain(name);
    }
  });
});

describe('the example of settings', () => {
  const names = ['STORE_PASSWORD', 'BLOBS_SECRET', 'TRAIL_SECRET', 'REDIS_PASSWORD', 'MEMBERS_PASSWORD'];
  beforeAll(() => {
    for (const name of names) process.env[name] = `for-${name.toLowerCase()}`;
  });
  afterAll(() => {
    for (const name of names) Reflect.deleteProperty(process.env, name);
  });

  it('is one that several processes can work with, with the keyring apart and checkpoints outside', () => {
    const config = loadServiceConfig(path('docker/example/service.yaml'), CONNECTORS);
    expect(() => {
      checkRole('worker', config);
    }).not.toThrow();
    expect(config).toMatchObject({ keyring: '/keys/keyring.json', data: '/data', listen: { host: '0.0.0.0', port: 4000 } });
    expect(placementWarnings({ ...config, publicUrl: 'https://privacy.example.org' })).toEqual([]);
    const { identities } = JSON.parse(textOf('docker/example/s3.json')) as {
      readonly identities: readonly {
        readonly credentials: readonly { readonly accessKey: string }[];
        readonly actions: readonly string[];
      }[];
    };
    const [blobs, trail] = identities;
    expect([blobs?.credentials[0]?.accessKey, trail?.credentials[0]?.accessKey]).toEqual(['habeas', 'trail']);
    expect(blobs?.actions.every((action) => action.endsWith(`:${config.s3?.bucket ?? ''}`))).toBe(true);
    expect(trail?.actions.every((action) => action.endsWith(`:${config.checkpoints.s3?.bucket ?? ''}`))).toBe(true);
  });
});
