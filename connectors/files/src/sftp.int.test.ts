import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { parseDataMap, Secret, type Session, toIdentifier } from '@habeas/connector-sdk';
import type { PrivateServer } from '@habeas/test-servers';
import { describeWithPrivateServer } from '@habeas/test-servers/jest';
import { fingerprint, newKey, publicPart } from '../test/sftp-server.js';
import { files, filesConfigSchema } from './index.js';
import { connectSftp } from './sftp/connect.js';

const MAP = `dataMap: 1
collections:
  member:
    table: members
    key: [Number]
    fields:
      number: { column: Number, identifier: { kind: id, namespace: club.member } }
      email: { column: 'E-mail address', identifier: email }
`;
const ROWS = 40_000;
const MEMBERS = Array.from({ length: ROWS }, (_, index) => `${String(index)},m${String(index)}@example.org\n`).join('');

describeWithPrivateServer('openssh', 'files on a real OpenSSH', (start) => {
  const [hostKey, key, elsewhere] = [newKey(), newKey(), newKey()];
  const sessions: Session[] = [];
  let server: PrivateServer;

  beforeAll(async () => {
    const authorized = `ecdsa-sha2-nistp256 ${publicPart(key).toString('base64')} habeas\n`;
    const data = { 'members.csv': `Number,E-mail address\n${MEMBERS}`, '.hidden.csv': 'a' };
    server = await start({ files: { host_key: hostKey, authorized_keys: authorized, ...data } });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
  });

  const configured = (different: object = {}) => {
    const { hostname: host, port, username: user } = new URL(server.url);
    const shown = fingerprint(publicPart(hostKey));
    return filesConfigSchema.parse({
      folder: '.',
      tables: { members: { file: 'members.csv' } },
      sftp: { host, port: Number(port), user, key, hostKeys: [shown], ...different },
    });
  };
  async function open(different: object = {}): Promise<Session> {
    const context = { source: 'club', dataMap: parseDataMap(MAP, 'club.map.yaml'), signal: new AbortController().signal };
    const session = await files.open(configured(different), context);
    sessions.push(session);
    return session;
  }

  it('are read to the last row', async () => {
    const session = await open();
    const keys: unknown[] = [];
    for await (const item of session.locate({ identifiers: [toIdentifier('email', `m${String(ROWS - 1)}@example.org`)!] }))
      if (item.type === 'match') keys.push(...item.key);
    expect(keys).toEqual([String(ROWS - 1)]);
    const { collections } = await session.check();
    expect(collections).toMatchObject([{ collection: 'member', status: 'ok' }]);
  });

  it('are refused where the server or the account has another key', async () => {
    await expect(open({ hostKeys: [fingerprint(publicPart(elsewhere))] })).rejects.toMatchObject({ errorClass: 'contract' });
    await expect(open({ key: elsewhere })).rejects.toMatchObject({ errorClass: 'auth' });
  });

  it('are told apart from those that are not there, or not for the account', async () => {
    const { sftp } = configured();
    const connection = await connectSftp({ ...sftp!, key: new Secret(key) }, new AbortController().signal);
    await expect(connection.entries('/nowhere')).rejects.toMatchObject({ errorClass: 'not-found' });
    const home = await connection.realPath('.');
    expect((await connection.stat(`${home}/members.csv`)).size).toBe(MEMBERS.length + 'Number,E-mail address\n'.length);
    await expect(connection.entries('/root')).rejects.toMatchObject({ errorClass: 'permission' });
    await connection.close();
  });
});
