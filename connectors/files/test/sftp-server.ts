import { createHash, generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2, { type AuthContext, type Connection, type SFTPWrapper } from 'ssh2';

/** A file, folder or link of {@link SftpServer}. */
export interface ServedFile {
  content?: Buffer;
  mtime?: number;
  /** By default a file's. */
  mode?: number;
  /** Where a link leads. */
  target?: string;
  /** The status that opening it is answered with. */
  refusal?: number;
}

/** What a test does when a piece is asked for. `false` leaves the request without an answer. */
export type OnRead = (file: ServedFile, context: { readonly connection: Connection; readonly sftp: SFTPWrapper }) => boolean;

/** How a server is different from an ordinary one. */
export interface SftpServerOptions {
  readonly files?: Readonly<Record<string, ServedFile>>;
  readonly onRead?: OnRead;
  /** The most bytes that it gives at once. */
  readonly mostBytes?: number;
  /** Gives the account no SFTP. */
  readonly withoutSftp?: boolean;
  /** Says nothing of its files but their names. */
  readonly withoutAttributes?: boolean;
  /** The status that listing the folder is answered with. */
  readonly listing?: number;
  /** The fingerprint of the key that lets the account in. */
  readonly publicKey?: string;
}

export const USER = 'reader';
export const PASSWORD = 'opensesame-7431';
export const FOLDER = '/exports';
const { STATUS_CODE } = ssh2.utils.sftp;
const READ_ONLY = 1; // SSH_FXF_READ
const ANSWERS = ['REALPATH', 'STAT', 'OPENDIR', 'READDIR', 'OPEN', 'FSTAT', 'READ', 'CLOSE'] as const;
const OTHERS = ['LSTAT', 'WRITE', 'FSETSTAT', 'SETSTAT', 'REMOVE', 'MKDIR', 'RMDIR', 'READLINK', 'RENAME', 'SYMLINK', 'EXTENDED'];

/** An SFTP server on a private port, by the server half of ssh2, with one folder in memory. */
export class SftpServer {
  /** The fingerprint of its key. */
  readonly hostKey: string;
  /** What it was asked for, in order. */
  readonly asked: string[] = [];
  readonly attempts: string[] = [];
  open = 0;
  readonly #server: ssh2.Server;

  constructor(private readonly options: SftpServerOptions = {}) {
    const key = newKey();
    this.hostKey = fingerprint(publicPart(key));
    this.#server = new ssh2.Server({ hostKeys: [key] }, (connection) => {
      this.#serve(connection);
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => { resolve(); })); // prettier-ignore
  }

  #serve(connection: Connection): void {
    this.open += 1;
    (connection as Connection & { setNoDelay(on: boolean): void }).setNoDelay(true); // which its types leave out
    connection.on('error', () => undefined); // a client that leaves without a word
    connection.on('close', () => { this.open -= 1; }); // prettier-ignore
    connection.on('authentication', (context) => { this.#authenticate(context); }); // prettier-ignore
    connection.on('ready', () => {
      connection.on('session', (accept) => {
        const session = accept();
        for (const other of ['exec', 'shell', 'pty', 'env'] as const) session.on(other, () => { this.asked.push(other); }); // prettier-ignore
        if (this.options.withoutSftp !== true) session.on('sftp', (start) => { this.#answer(start(), connection); }); // prettier-ignore
      });
    });
  }

  #authenticate(context: AuthContext): void {
    this.attempts.push(context.method);
    const isPassword = context.method === 'password' && context.password === PASSWORD;
    const isKey = context.method === 'publickey' && fingerprint(context.key.data) === this.options.publicKey;
    if (context.username === USER && (isPassword || isKey)) context.accept();
    else context.reject(['password', 'publickey']);
  }

  #answer(sftp: SFTPWrapper, connection: Connection): void {
    const { options } = this;
    const served = new Map(Object.entries(options.files ?? {}).map(([name, file]) => [`${FOLDER}/${name}`, file]));
    const opened = new Map<string, ServedFile>();
    let isListed = false;
    for (const verb of [...ANSWERS, ...OTHERS]) sftp.on(verb as 'READ', () => { this.asked.push(verb); }); // prettier-ignore
    for (const verb of OTHERS) sftp.on(verb as 'LSTAT', (id) => { sftp.status(id, STATUS_CODE.OP_UNSUPPORTED); }); // prettier-ignore
    const handleOf = (path: string): Buffer => Buffer.from(path);
    const attributes = (file: ServedFile) => {
      const told = {
        mode: file.mode ?? 0o100644,
        uid: 0,
        gid: 0,
        size: file.content?.length ?? 0,
        atime: 0,
        mtime: file.mtime ?? 1,
      };
      return options.withoutAttributes === true ? ({} as typeof told) : told;
    };
    sftp.on('REALPATH', (id, path) => {
      const filename = served.get(path)?.target ?? (path === 'home' ? FOLDER : path);
      sftp.name(id, [{ filename, longname: '', attrs: attributes({}) }]);
    });
    sftp.on('OPENDIR', (id, path) => {
      if (path === FOLDER && options.listing === undefined) sftp.handle(id, handleOf(path));
      else sftp.status(id, options.listing ?? STATUS_CODE.NO_SUCH_FILE);
    });
    sftp.on('READDIR', (id) => {
      if (isListed) sftp.status(id, STATUS_CODE.EOF);
      else sftp.name(id, [...served].map(([path, file]) => ({ filename: path.slice(FOLDER.length + 1), longname: '', attrs: attributes(file) }))); // prettier-ignore
      isListed = true;
    });
    sftp.on('STAT', (id, path) => { sftp.attrs(id, attributes(served.get(path) ?? {})); }); // prettier-ignore
    sftp.on('OPEN', (id, path, flags) => {
      if (flags !== READ_ONLY) this.asked.push('OPEN for more than reading');
      const file = served.get(path) ?? { refusal: STATUS_CODE.NO_SUCH_FILE };
      opened.set(path, file);
      if (file.refusal === undefined) sftp.handle(id, handleOf(path));
      else sftp.status(id, file.refusal);
    });
    sftp.on('FSTAT', (id, handle) => { sftp.attrs(id, attributes(opened.get(handle.toString())!)); }); // prettier-ignore
    sftp.on('READ', (id, handle, offset, length) => {
      const file = opened.get(handle.toString())!;
      if (options.onRead?.(file, { connection, sftp }) === false) return;
      const data = (file.content ?? Buffer.alloc(0)).subarray(offset, offset + Math.min(length, options.mostBytes ?? length));
      if (data.length === 0) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, data);
    });
    sftp.on('CLOSE', (id) => { sftp.status(id, STATUS_CODE.OK); }); // prettier-ignore
  }
}

/** A private key as PEM text, encrypted where there is a passphrase. */
export function newKey(passphrase?: string): string {
  const locked = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'sec1', format: 'pem', ...locked },
  }).privateKey;
}

/** The public part of a key, as the protocol has it. */
export function publicPart(key: string, passphrase?: string): Buffer {
  const parsed = ssh2.utils.parseKey(key, passphrase);
  if (parsed instanceof Error) throw parsed;
  return parsed.getPublicSSH();
}

/** As `ssh-keygen -lf` prints it. */
export function fingerprint(publicKey: Buffer): string {
  return `SHA256:${createHash('sha256').update(publicKey).digest('base64').replace('=', '')}`;
}
