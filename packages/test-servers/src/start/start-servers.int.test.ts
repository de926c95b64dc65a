import { afterEach, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToServer } from '../admin/connect.js';
import { describeWithPrivateServer } from '../jest/describe-with-server.js';
import { SQL_SERVER_NAMES } from '../server-name.js';
import { withEnvironment } from '../../test/with-environment.js';
import { startServers, type RunningServers } from './start-servers.js';

const VARIABLES = {
  mariadb: 'HABEAS_TEST_MARIADB_URL',
  postgres: 'HABEAS_TEST_POSTGRES_URL',
  redis: 'HABEAS_TEST_REDIS_URL',
  mailman3: 'HABEAS_TEST_MAILMAN3_URL',
} as const;

const homes = (names = Object.keys(VARIABLES)): readonly string[] =>
  readdirSync(tmpdir()).filter((home) => names.some((name) => home.startsWith(`habeas-${name}-`)));

for (const name of SQL_SERVER_NAMES) {
  describeWithPrivateServer(name, `${name} of this machine`, () => {
    let running: RunningServers | undefined;
    afterEach(() => running?.stop());

    it('is started, used and stopped, and leaves nothing behind', async () => {
      const before = homes();
      running = await withEnvironment({ [VARIABLES[name]]: undefined }, () => startServers({ names: [name] }));
      const found = running.servers[name];
      if (!('url' in found)) throw new Error(found.unavailable);
      expect(found.origin).toBe('started');
      expect(running.environment).toEqual({ [VARIABLES[name]]: found.url });

      const server = connectToServer(name, found.url);
      const database = await server.createDatabase('shop');
      await database.run('CREATE TABLE member (id int PRIMARY KEY); INSERT INTO member VALUES (1)');
      const grants = [name === 'mariadb' ? `SELECT ON ${database.name}.*` : 'SELECT ON member'];
      const reader = await server.createUser({ database: database.name, grants });
      const asReader = { ...connectToServer(name, reader.url), url: reader.url };
      await expect(asReader.createDatabase('other')).rejects.toThrow();
      const nobody = await server.createUser();
      await nobody.drop();
      await reader.drop();
      await database.drop();
      const own = homes().filter((home) => !before.includes(home));
      expect(own).not.toEqual([]);
      await running.stop();
      // Other servers of this machine come and go meanwhile: one of these is ours
      expect(homes().filter((home) => own.includes(home)).length).toBeLessThan(own.length);
    });
  });

  describeWithPrivateServer(name, `a private ${name}`, (start) => {
    it('has the files and the arguments it was given', async () => {
      const text = 'for the server only';
      const setting = name === 'mariadb' ? '--max-connections=17' : '--max_connections=17';
      const server = await start({ files: { note: text }, arguments: () => [setting] });
      const database = await connectToServer(name, server.url).createDatabase('files');
      await database.drop();
      await server.stop();
      await expect(connectToServer(name, server.url).createDatabase('files')).rejects.toThrow();
    });

    it('tells the end of its log when it cannot start', async () => {
      await expect(start({ arguments: () => ['--no-such-argument=1'] })).rejects.toThrow(
        /ended while it was being started[^]*no.such.argument/,
      );
    });
  });
}

describeWithPrivateServer('redis', 'redis of this machine', (start) => {
  it('is started, used and stopped, and its accounts are bound to their rules', async () => {
    const running = await withEnvironment({ [VARIABLES.redis]: undefined }, () => startServers({ names: ['redis'] }));
    const found = running.servers.redis;
    if (!('url' in found)) throw new Error(found.unavailable);
    expect([found.origin, running.environment]).toEqual(['started', { [VARIABLES.redis]: found.url }]);
    const server = connectToServer('redis', found.url);
    const user = await server.createUser(['~mine:*', '+@write']);
    const asUser = connectToServer('redis', user.url);
    expect(await asUser.run('SET', 'mine:a', '1')).toBe('OK');
    await expect(asUser.run('SET', 'theirs:a', '1')).rejects.toThrow('NOPERM');
    await user.drop();
    await expect(asUser.run('SET', 'mine:b', '1')).rejects.toThrow(/WRONGPASS|Connection is closed/);
    expect(await server.run('KEYS', '*')).toEqual(['mine:a']);
    await running.stop();
    await expect(server.run('PING')).rejects.toThrow();
  });

  it('forgets everything when it is killed, and comes back at the same address, from a snapshot if it is given one', async () => {
    const server = await start({ arguments: () => ['--maxmemory', '64mb'] });
    const client = connectToServer('redis', server.url);
    await client.run('SET', 'old', '1');
    await client.run('SAVE');
    const [, folder] = (await client.run('CONFIG', 'GET', 'dir')) as readonly string[];
    const snapshot = readFileSync(join(folder ?? '', 'dump.rdb'));
    await client.run('SET', 'new', '1');
    await server.kill();
    await expect(client.run('PING')).rejects.toThrow();
    const empty = await start({ like: server.url });
    expect([empty.url, await client.run('KEYS', '*')]).toEqual([server.url, []]);
    await empty.kill();
    await start({ like: server.url, files: { 'dump.rdb': snapshot } });
    expect(await client.run('KEYS', '*')).toEqual(['old']);
  });

  it('tells the end of its log when it cannot start', async () => {
    await expect(start({ arguments: () => ['--no-such-argument', '1'] })).rejects.toThrow(
      /ended while it was being started[^]*no-such-argument/,
    );
  });
});

describeWithPrivateServer('mailman3', 'Mailman of this machine', () => {
  it('is started, asked and stopped, and leaves nothing behind', async () => {
    const before = homes(['mailman3']);
    const running = await withEnvironment({ [VARIABLES.mailman3]: undefined }, () => startServers({ names: ['mailman3'] }));
    const found = running.servers.mailman3;
    if (!('url' in found)) throw new Error(found.unavailable);
    const mailman = connectToServer('mailman3', found.url);
    await mailman.ask('POST', '/domains', { mail_host: 'lists.example.org' });
    expect(await mailman.ask('GET', '/domains')).toMatchObject({ total_size: 1 });
    await expect(mailman.ask('GET', '/domains/other.example.org')).rejects.toThrow('404');
    const { origin } = new URL(found.url);
    expect((await fetch(`${origin}/3.1/domains`)).status).toBe(401);
    // Other servers of this machine come and go meanwhile: one of these is ours
    const own = homes(['mailman3']).filter((home) => !before.includes(home));
    expect(own).not.toEqual([]);
    await running.stop();
    expect(homes(['mailman3']).filter((home) => own.includes(home)).length).toBeLessThan(own.length);
  });
});
