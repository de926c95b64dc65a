import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError, parseDataMap, type Session, toIdentifier } from '@habeas/connector-sdk';
import { xlsxBytes } from '@habeas/workbooks/testing';
import {
  fingerprint,
  FOLDER,
  newKey,
  type OnRead,
  PASSWORD,
  publicPart,
  SftpServer,
  type SftpServerOptions,
  USER,
} from '../test/sftp-server.js';
import { files, filesConfigSchema } from './index.js';

const MAP = `dataMap: 1
collections:
  member:
    table: members
    key: [Number]
    fields:
      number: { column: Number, identifier: { kind: id, namespace: club.member } }
      email: { column: 'E-mail address', identifier: email }
`;
const MEMBERS = Buffer.from('Number,E-mail address\n007,Ann@Example.org\n8,an@example.org\n');
const MANY = Buffer.from(
  `Number,E-mail address\n${Array.from({ length: 40_000 }, (_, index) => `${String(index)},m${String(index)}@example.org\n`).join('')}`,
);
const READING = new Set(['REALPATH', 'STAT', 'OPENDIR', 'READDIR', 'OPEN', 'FSTAT', 'READ', 'CLOSE']);
const [FAILURE, DENIED, UNSUPPORTED, LOST] = [4, 3, 8, 7];

describe('files on an SFTP server', () => {
  const sessions: Session[] = [];
  const servers: { stop(): Promise<void> }[] = [];

  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  async function serve(options: SftpServerOptions): Promise<{ server: SftpServer; port: number }> {
    const server = new SftpServer(options);
    servers.push(server);
    return { server, port: await server.listen() };
  }
  interface Different {
    readonly sftp?: Record<string, unknown>;
    readonly signal?: AbortSignal;
    readonly [key: string]: unknown;
  }
  async function openAt(port: number, hostKeys: readonly string[], different: Different = {}): Promise<Session> {
    const { sftp = {}, signal = new AbortController().signal, ...config } = different;
    const server = { host: '127.0.0.1', port, user: USER, password: PASSWORD, hostKeys, ...sftp };
    const parsed = filesConfigSchema.parse({ folder: FOLDER, sftp: server, ...config });
    const session = await files.open(parsed, { source: 'club', dataMap: parseDataMap(MAP, 'club.map.yaml'), signal });
    sessions.push(session);
    return session;
  }
  /** Opens what the server serves, and tells how that ended and what is left of it. */
  async function faultOf(options: SftpServerOptions, different: Different = {}): Promise<ConnectorError> {
    const { server, port } = await serve(options);
    const fault = await openAt(port, [server.hostKey], different).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(ConnectorError);
    await expectNothingLeft(server);
    return fault as ConnectorError;
  }
  async function expectNothingLeft(server: SftpServer): Promise<void> {
    for (let turn = 0; server.open > 0 && turn < 100; turn += 1) await pause(10);
    expect(server.open).toBe(0);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('habeas-sftp-'))).toEqual([]);
  }
  async function found(session: Session, email: string): Promise<readonly unknown[]> {
    const keys: unknown[] = [];
    for await (const item of session.locate({ identifiers: [toIdentifier('email', email)!] }))
      if (item.type === 'match') keys.push(...item.key);
    return keys;
  }

  it('are searched as those of a folder are, over a connection that only ever reads and is gone before the search', async () => {
    const { server, port } = await serve({ files: { 'members.csv': { content: MEMBERS }, 'notes.txt': { content: MEMBERS } } });
    const session = await openAt(port, [server.hostKey], { folder: 'home' });
    await expectNothingLeft(server);
    expect(await found(session, 'ann@example.org')).toEqual(['007']);
    expect(await found(session, 'nn@example.org')).toEqual([]);
    expect((await session.check()).readOnly).toBe('session');
    expect(server.asked.filter((verb) => !READING.has(verb))).toEqual([]);
    expect(server.asked.filter((verb) => verb === 'OPEN')).toHaveLength(1);
  });

  it('are workbooks too, copied once for all their sheets into a place that is gone afterwards', async () => {
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row>${text('Number')}${text('E-mail address')}</row><row>${text('7')}${text('ann@example.org')}</row>`;
    const content = Buffer.from(await xlsxBytes({ sheets: [{ name: 'One', rows }, { name: 'Two', rows }] })); // prettier-ignore
    const served = { 'club.xlsx': { content } };
    const { server, port } = await serve({ files: served });
    const session = await openAt(port, [server.hostKey], {
      tables: { members: { file: 'club.xlsx', sheet: 'One' }, two: { file: 'club.xlsx', sheet: 'Two' } },
    });
    await expectNothingLeft(server);
    expect(await found(session, 'ann@example.org')).toEqual(['7']);
    expect(server.asked.filter((verb) => verb === 'OPEN')).toHaveLength(1);
    expect(await faultOf({ files: served }, { maxBytes: content.length - 1 })).toMatchObject({ errorClass: 'quota' });
    const cut = { 'club.xlsx': { content: content.subarray(0, 100) } };
    expect(await faultOf({ files: cut })).toMatchObject({ errorClass: 'contract' });
  });

  it('are read whole from a server that gives less than it is asked for, with few requests under way at a time', async () => {
    const { server, port } = await serve({ files: { 'members.csv': { content: MANY } }, mostBytes: 10_000 });
    const session = await openAt(port, [server.hostKey]);
    expect(await found(session, 'm39999@example.org')).toEqual(['39999']);
    const { server: distant, port: there } = await serve({ files: { 'members.csv': { content: MANY } }, onRead: () => false });
    const stop = new AbortController();
    const opening = openAt(there, [distant.hostKey], { signal: stop.signal });
    while (!distant.asked.includes('READ')) await pause(5);
    await pause(50);
    expect(distant.asked.filter((verb) => verb === 'READ')).toHaveLength(8);
    stop.abort();
    await expect(opening).rejects.toMatchObject({ errorClass: 'aborted' });
    await expectNothingLeft(distant);
  });

  it('may be reached with a key, which may be encrypted', async () => {
    for (const passphrase of [undefined, 'sesame']) {
      const key = newKey(passphrase);
      const publicKey = fingerprint(publicPart(key, passphrase));
      const { server, port } = await serve({ files: { 'members.csv': { content: MEMBERS } }, publicKey });
      await openAt(port, [server.hostKey], { sftp: { password: undefined, key, passphrase } });
      expect(server.attempts).toContain('publickey');
      expect(server.attempts).not.toContain('password');
    }
  });

  it('of a server with another key are refused before it is told who asks', async () => {
    const { server, port } = await serve({ files: { 'members.csv': { content: MEMBERS } } });
    const other = new SftpServer().hostKey;
    await expect(openAt(port, [other])).rejects.toMatchObject({
      errorClass: 'contract',
      message: expect.stringContaining('none of hostKeys'),
    });
    await expectNothingLeft(server);
    expect(server.attempts).toEqual([]);
    await openAt(port, [other, server.hostKey]);
    expect(server.attempts).toContain('password');
  });

  it.each([
    ['an account that is refused', { sftp: { password: 'wrong' } }, 'auth'],
    ['a key that cannot be read', { sftp: { key: 'no key' } }, 'auth'],
    [
      'a key that is not the private one',
      { sftp: { key: `ecdsa-sha2-nistp256 ${publicPart(newKey()).toString('base64')}` } },
      'auth',
    ],
    ['a search that is cancelled already', { signal: AbortSignal.abort() }, 'aborted'],
    ['a folder that does not exist', { folder: '/nowhere' }, 'not-found'],
    ['files beyond the limit', { maxBytes: 10 }, 'quota'],
  ])('are refused with %s', async (_, different, errorClass) => {
    const fault = await faultOf({ files: { 'members.csv': { content: MEMBERS } } }, different);
    expect(fault.errorClass).toBe(errorClass);
    expect(JSON.stringify([fault.message, fault.remedy, String(fault.cause)])).not.toMatch(/wrong|opensesame|reader|127\.0/u);
  });

  it.each<[string, SftpServerOptions, string]>([
    ['a file that the account may not read', { files: { 'members.csv': { content: MEMBERS, refusal: DENIED } } }, 'permission'],
    ['a file that the server cannot read', { files: { 'members.csv': { content: MEMBERS, refusal: FAILURE } } }, 'transient'],
    ['a folder that the account may not read', { listing: DENIED }, 'permission'],
    ['a server that cannot list', { listing: UNSUPPORTED }, 'contract'],

    ['a server that has lost its own connection', { listing: LOST }, 'transient'],
    ['an account without SFTP', { withoutSftp: true }, 'contract'],
    ['a server that tells nothing of its files', { files: { 'members.csv': {} }, withoutAttributes: true }, 'contract'],
    ['a name that leads elsewhere', { files: { 'x/../../members.csv': { content: MEMBERS } } }, 'contract'],
  ])('are a fault where there is %s', async (_, options, errorClass) => {
    expect((await faultOf(options)).errorClass).toBe(errorClass);
  });

  const then =
    (change: (...about: Parameters<OnRead>) => void, isAnswered: boolean): OnRead =>
    (...about) => {
      change(...about);
      return isAnswered;
    };
  it.each<[string, OnRead]>([
    ['the connection is lost', then((_, { connection }) => connection.end(), false)],
    ['SFTP ends, and the connection does not', then((_, { sftp }) => { sftp.end(); }, false)], // prettier-ignore
    ['the server falls silent', () => false],
    ['the file grows', then((file) => (file.content = Buffer.concat([file.content!, MEMBERS])), true)],
    ['the file shrinks', then((file) => (file.content = Buffer.alloc(0)), true)],
    ['the file is written anew', then((file) => (file.mtime = 2), true)],
  ])('are not taken for whole where, while one is read, %s', async (_, onRead) => {
    const options = { files: { 'members.csv': { content: MANY } }, onRead };
    expect((await faultOf(options, { sftp: { answerTimeoutSeconds: 1 } })).errorClass).toBe('transient');
  });

  it('are those of the folder alone: what is hidden, a folder, or a link that leads out of it is none', async () => {
    const link = (target: string): SftpServerOptions['files'] => ({ 'link.csv': { mode: 0o120777, target } });
    const served = { '.members.csv': { content: MEMBERS }, 'sub.csv': { mode: 0o040755 }, 'members.csv': { content: MEMBERS } };
    const { server, port } = await serve({ files: { ...served, ...link('/etc/members.csv') } });
    await openAt(port, [server.hostKey]);
    expect(server.asked.filter((verb) => verb === 'OPEN')).toHaveLength(1);
    const { server: second, port: there } = await serve({ files: { ...served, ...link(`${FOLDER}/members.csv`) } });
    await openAt(there, [second.hostKey]);
    expect(second.asked.filter((verb) => verb === 'OPEN')).toHaveLength(2);
  });

  it.each([
    ['nobody listens', undefined, 'transient'],
    ['somebody listens who says nothing', '', 'transient'],
    ['something listens that is no SSH', `HTTP/1.1 400 Bad Request\r\n\r\n${'x'.repeat(40_000)}`, 'contract'],
    ['something old listens', 'SSH-1.0-old\r\n', 'contract'],
  ])('cannot be reached where %s', async (_, greeting, errorClass) => {
    const listener = createServer((socket) =>
      socket
        .resume()
        .on('error', () => undefined)
        .write(greeting ?? ''),
    );
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    const stop = (): Promise<void> => new Promise((resolve) => listener.close(() => { resolve(); })); // prettier-ignore
    if (greeting === undefined) await stop();
    else servers.push({ stop });
    const opening = openAt(port, [new SftpServer().hostKey], { sftp: { connectTimeoutSeconds: 1 } });
    await expect(opening).rejects.toMatchObject({ errorClass });
  });

  it('need the fingerprint of the server, and a password or a key', () => {
    const sftp = { host: 'files.example.org', user: USER, password: PASSWORD, hostKeys: [`SHA256:${'a'.repeat(43)}`] };
    const isAccepted = (different: object): boolean =>
      filesConfigSchema.safeParse({ folder: FOLDER, sftp: { ...sftp, ...different } }).success;
    expect([{}, { password: undefined, key: 'key' }].map(isAccepted)).toEqual([true, true]);
    const lacking = [{ password: undefined }, { hostKeys: undefined }, { hostKeys: [] }, { hostKeys: ['MD5:aa:bb'] }];
    expect(lacking.map(isAccepted)).toEqual([false, false, false, false]);
  });
});
