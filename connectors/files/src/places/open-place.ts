import { resolve } from 'node:path';
import type { SessionContext } from '@habeas/connector-sdk';
import type { FilesConfig } from '../config.js';
import { connectSftp } from '../sftp/connect.js';
import { SftpFolder } from '../sftp/sftp-folder.js';
import type { FilePlace } from './file-place.js';
import { localFolder } from './local-folder.js';

/** The folder that is configured, which the caller closes. */
export async function openPlace(
  { folder, sftp, maxBytes }: FilesConfig,
  { signal, baseDirectory = '.' }: SessionContext,
): Promise<FilePlace> {
  if (sftp === undefined) return localFolder(resolve(baseDirectory, folder), signal);
  return new SftpFolder(await connectSftp(sftp, signal), folder, maxBytes);
}
