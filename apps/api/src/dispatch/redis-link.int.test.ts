import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { connectToServer, createCertificates, type RedisServer } from '@habeas/test-servers';
import { describeWithPrivateServer } from '@habeas/test-servers/jest';
import { type ToldOptions, type ToldWorker, toldWorker } from './testing/told-worker.js';

describeWithPrivateServer('redis', 'a Redis that work is told through', (start) => {
  let folder: string;
  let url: string;
  let redis: RedisServer;
  const started: ToldWorker[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-link-'));
    ({ url } = await start());
    redis = connectToServer('redis', url);
  });
  afterEach(async () => {
    for (const one of started.splice(0)) await one.stop();
    rmSync(folder, { recursive: true });
  });

  const worker = async (name: string, more: Partial<ToldOptions> = {}): Promise<ToldWorker> => {
    const one = await toldWorker({ name, storeUrl: `sqlite:${join(folder, 'store.sqlite')}`, redisUrl: url, ...more });
    started.push(one);
    return one;
  };
  const done = async (one: ToldWorker, id: string): Promise<void> => {
    for (let look = 0; one.dispatch.counts.taken === 0 && look < 500; look += 1) await pause(20);
    expect((await one.effects()).get(id)).toBe(1);
  };

  it('is not begun with a server that drops keys, that refuses the account, or whose certificate nobody has signed', async () => {
    await redis.run('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    await expect(worker('w')).rejects.toThrow(/maxmemory-policy is allkeys-lru.*noeviction/su);
    const wrong = new URL(url);
    wrong.password = 'wrong-password';
    const refused = worker('w', { redisUrl: wrong.href });
    await expect(refused).rejects.toThrow('WRONGPASS');
    await expect(refused).rejects.not.toThrow('wrong-password');
  });

  it('goes over TLS, with an account that may use its own keys only', async () => {
    const { ca, certificate, key } = createCertificates();
    const secure = await start({
      files: { 'cert.pem': certificate, 'key.pem': key, 'ca.pem': ca },
      arguments: (home) => ['--tls-cert-file', `${home}/cert.pem`, '--tls-key-file', `${home}/key.pem`, '--tls-ca-cert-file', `${home}/ca.pem`, '--tls-auth-clients', 'no'], // prettier-ignore
    });
    const admin = connectToServer('redis', secure.url);
    const tlsPort = await speakTls(admin, secure.port);
    const rules = ['~club:*', '&club:*', '+@all', '-@dangerous', '-@admin', '+info'];
    const user = await admin.createUser(rules);
    const tlsUrl = new URL(user.url);
    tlsUrl.port = tlsPort;
    const rediss = tlsUrl.href.replace('redis://', 'rediss://');
    await expect(worker('w', { redisUrl: rediss, prefix: 'club' })).rejects.toThrow(/CERT|SIGNATURE/u);
    const one = await worker('one', { redisUrl: rediss, prefix: 'club', ca });
    await one.add('a');
    await done(one, 'a');
    expect(one.dispatch.counts.taken).toBe(1);
    expect(((await admin.run('KEYS', '*')) as readonly string[]).every((each) => each.startsWith('club:'))).toBe(true);
  });
});

/** Lets a server listen for TLS on the next free port, and tells which. */
async function speakTls(admin: RedisServer, port: number, next = 1): Promise<string> {
  const tlsPort = String(port + next);
  const set = await admin.run('CONFIG', 'SET', 'tls-port', tlsPort).catch((error: unknown) => error);
  return set === 'OK' ? tlsPort : speakTls(admin, port, next + 1);
}
