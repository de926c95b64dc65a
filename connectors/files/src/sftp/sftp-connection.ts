import { once } from 'node:events';
import type { Socket } from 'node:net';
import { ConnectorError } from '@habeas/connector-sdk';
import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';
import type { Answer, Ending } from './ending.js';
import { answerFault, FAULTS, isEndOfList, sftpFault } from './sftp-errors.js';

/** All that a server is ever asked for. */
type ReadVerbs = Pick<SFTPWrapper, 'realpath' | 'stat' | 'opendir' | 'readdir' | 'open' | 'fstat' | 'read' | 'close'>;

/** A name of a folder, and what the server says of what it names. */
export interface FolderEntry {
  readonly name: string;
  readonly stats: Stats;
}

/** Files of one folder. */
const MOST_ENTRIES = 100_000;
/** What servers give at once. */
const PIECE_BYTES = 32_768;
/** Pieces that are under way at a time, so that a distant server is not waited for at each. */
const PIECES_AHEAD = 8;

/**
 * The reading half of SFTP. What it throws is a `ConnectorError`: `permission`, `not-found`, `contract` for answers that make no sense,
 * `transient` where the connection was lost or the server is silent, `aborted` once the search is cancelled.
 */
export class SftpConnection {
  constructor(
    private readonly socket: Socket,
    private readonly sftp: ReadVerbs,
    private readonly ending: Ending,
    private readonly answerMs: number,
  ) {}

  realPath(path: string): Promise<string> {
    return this.#ask<string>((answer) => { this.sftp.realpath(path, answer); }); // prettier-ignore
  }

  stat(path: string): Promise<Stats> {
    return this.#ask<Stats>((answer) => { this.sftp.stat(path, answer); }); // prettier-ignore
  }

  /** What a folder holds, itself and its parent left out. Throws `quota` where that is too much. */
  async entries(folder: string): Promise<readonly FolderEntry[]> {
    const handle = await this.#ask<Buffer>((answer) => { this.sftp.opendir(folder, answer); }); // prettier-ignore
    const entries: FolderEntry[] = [];
    for (;;) {
      const some = await this.#ask<readonly FileEntryWithStats[] | undefined>((answer) => {
        this.sftp.readdir(handle, (error, list) => {
          if (isEndOfList(error)) answer(undefined, undefined);
          else answer(error, list);
        });
      });
      if (some === undefined) break;
      entries.push(...some.map(({ filename, attrs }) => ({ name: filename, stats: attrs })));
      if (entries.length > MOST_ENTRIES) {
        throw new ConnectorError('quota', `The folder on the SFTP server has more than ${String(MOST_ENTRIES)} files.`);
      }
    }
    await this.#closeHandle(handle);
    return entries;
  }

  /**
   * The bytes of a file that is as `listed` says. Throws `transient` where it is another by now, or becomes another while it is
   * read. What is left open by a reader who stops before the end is closed with the connection.
   */
  async *bytes(path: string, listed: Stats): AsyncGenerator<Uint8Array, void, undefined> {
    const handle = await this.#ask<Buffer>((answer) => { this.sftp.open(path, 'r', answer); }); // prettier-ignore
    await this.#demandSame(handle, listed);
    const ahead: Promise<Uint8Array>[] = [];
    for (let at = 0; at < listed.size || ahead.length > 0;) {
      while (at < listed.size && ahead.length < PIECES_AHEAD) {
        ahead.push(this.#piece(handle, at, Math.min(PIECE_BYTES, listed.size - at)));
        at += PIECE_BYTES;
      }
      const next = ahead.shift();
      if (next !== undefined) yield await next;
    }
    await this.#demandSame(handle, listed);
    await this.#closeHandle(handle);
  }

  /** Ends the connection, and whatever is under way on it. */
  async close(): Promise<void> {
    this.ending.end(sftpFault(FAULTS.LOST));
    if (!this.socket.closed) await once(this.socket, 'close');
  }

  #piece(handle: Buffer, start: number, length: number): Promise<Uint8Array> {
    const piece = this.#wholePiece(handle, start, length);
    piece.catch(() => undefined); // thrown where it is awaited; where an earlier one failed, nobody comes to that
    return piece;
  }

  /** Servers may give less than they are asked for. */
  async #wholePiece(handle: Buffer, start: number, length: number): Promise<Uint8Array> {
    const piece = Buffer.alloc(length);
    for (let at = 0; at < length;) {
      const count = await this.#ask<number>((answer) => {
        this.sftp.read(handle, piece, at, length - at, start + at, (error, read) => { answer(error, read); }); // prettier-ignore
      });
      if (count === 0) throw sftpFault(FAULTS.CHANGED);
      at += count;
    }
    return piece;
  }

  async #demandSame(handle: Buffer, listed: Stats): Promise<void> {
    const { size, mtime } = await this.#ask<Stats>((answer) => { this.sftp.fstat(handle, answer); }); // prettier-ignore
    if (size !== listed.size || mtime !== listed.mtime) throw sftpFault(FAULTS.CHANGED);
  }

  async #closeHandle(handle: Buffer): Promise<void> {
    await this.#ask<undefined>((answer) => { this.sftp.close(handle, (error) => { answer(error, undefined); }); }); // prettier-ignore
  }

  #ask<T>(send: (answer: Answer<T>) => void): Promise<T> {
    return this.ending.ask(send, { limitMs: this.answerMs, late: () => sftpFault(FAULTS.SILENT), faultOf: answerFault });
  }
}
