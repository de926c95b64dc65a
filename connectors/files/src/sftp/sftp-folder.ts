import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ConnectorError } from '@habeas/connector-sdk';
import type { Stats } from 'ssh2';
import { isShown, type FilePlace, type TableFile } from '../places/file-place.js';
import { isSystemError } from '../rows/row.js';
import type { FolderEntry, SftpConnection } from './sftp-connection.js';
import { FAULTS, sftpFault } from './sftp-errors.js';

/** A folder on an SFTP server. Workbooks, which are not read in order, are put into a private folder of this machine until it is closed. */
export class SftpFolder implements FilePlace {
  readonly #copies = new Map<string, Promise<string>>();
  #room: Promise<string> | undefined;
  #copiedBytes = 0;

  /** `maxBytes` is what all copies together may have. */
  constructor(
    private readonly connection: SftpConnection,
    private readonly folder: string,
    private readonly maxBytes: number,
  ) {}

  async files(): Promise<readonly TableFile[]> {
    const real = await this.connection.realPath(this.folder);
    const home = real.endsWith('/') ? real : `${real}/`;
    const entries = (await this.connection.entries(real)).filter(({ name }) => isShown(name));
    const files: TableFile[] = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = await this.#fileOf(home, entry);
      if (file !== undefined) files.push(file);
    }
    return files;
  }

  async close(): Promise<void> {
    await this.connection.close();
    if (this.#room !== undefined) await rm(await this.#room, { recursive: true, force: true });
  }

  async #fileOf(home: string, { name, stats }: FolderEntry): Promise<TableFile | undefined> {
    if (name.includes('/')) throw sftpFault(FAULTS.BROKEN);
    const isLink = described(stats).isSymbolicLink();
    const path = isLink ? await this.connection.realPath(home + name) : home + name;
    if (!path.startsWith(home)) return undefined;
    const about = isLink ? described(await this.connection.stat(path)) : stats;
    if (!about.isFile()) return undefined;
    return {
      name,
      bytes: about.size,
      chunks: () => this.connection.bytes(path, about),
      localPath: () => this.#copyOf(path, about),
    };
  }

  #copyOf(path: string, about: Stats): Promise<string> {
    const copy = this.#copies.get(path) ?? this.#copy(path, about);
    this.#copies.set(path, copy);
    return copy;
  }

  async #copy(path: string, about: Stats): Promise<string> {
    this.#copiedBytes += about.size;
    if (this.#copiedBytes > this.maxBytes) {
      throw new ConnectorError('quota', `The workbooks of the folder have more than ${String(this.maxBytes)} bytes together.`, {
        remedy: 'Raise maxBytes, or name the tables that are meant.',
      });
    }
    this.#room ??= mkdtemp(join(tmpdir(), 'habeas-sftp-')); // which nobody else may open
    const copy = join(await this.#room, String(this.#copies.size));
    try {
      await pipeline(this.connection.bytes(path, about), createWriteStream(copy, { flags: 'wx', mode: 0o600 }));
    } catch (cause) {
      if (!isSystemError(cause)) throw cause;
      throw new ConnectorError('quota', 'There is no room on this machine for a copy of a workbook.', { cause });
    }
    return copy;
  }
}

/** Without them it would not be known what is a file, and whether it changes. */
function described(stats: Stats): Stats {
  const told: Partial<Stats> = stats;
  if (told.mode === undefined || told.size === undefined || told.mtime === undefined) throw sftpFault(FAULTS.BROKEN);
  return stats;
}
