import { afterAll, beforeAll } from '@jest/globals';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PackageDescriptor } from '../src/descriptor/data-package.js';
import {
  createSigner,
  generateSigningKey,
  verifyArchive,
  type ArchiveOptions,
  type Verification,
  type VerifyOptions,
} from '../src/index.js';
import { FILE_A, makeArchive, OPTIONS, someFindings, tempFolder, unzipText } from './making.js';
import { cover, filesOf, pack, type ArchiveFiles } from './tampering.js';

export const TOP = OPTIONS.reference;
export const KEY = generateSigningKey();

export const CUSTOMER = 'data/tables/shop/customer.csv';
export const PREFS = 'data/tables/shop/customer.prefs.csv';
export const ORDER = 'data/tables/shop/order.csv';
export const INDEX = 'data/tables/shop/attachments.csv';
export const FILE_PATH = `data/attachments/shop/customer/${FILE_A}.txt`;
export const TAG_FILES = ['README.html', 'datapackage.json', 'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'];

let folder: Awaited<ReturnType<typeof tempFolder>> | undefined;
let number = 0;

/** Gives a test file a temporary folder of its own. To be called once, at its top. */
export function useFolder(): void {
  beforeAll(async () => {
    folder = await tempFolder();
  });
  afterAll(() => folder!.remove());
}

export const folderPath = (): string => folder!.path;
export const inFolder = (name: string): string => join(folder!.path, name);
export const fresh = (): string => inFolder(`archive-${(number += 1)}.zip`);
export const other = (): string => inFolder('other.zip');
export const read = (zip: string, path: string): string => unzipText(zip, `${TOP}/${path}`);
export const describedBy = (zip: string): PackageDescriptor => JSON.parse(read(zip, 'datapackage.json')) as PackageDescriptor;
export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A new archive of the usual findings, or of others. */
export async function made(options: Partial<ArchiveOptions> = {}, findings = someFindings()): Promise<string> {
  const out = fresh();
  await makeArchive(out, options, findings);
  return out;
}

const originals = new Map<string, string>();

/** A signed archive of the usual findings, made once. */
export async function original(format: 'csv' | 'json' = 'csv'): Promise<string> {
  const known = originals.get(format);
  if (known !== undefined) return known;
  const path = await made({ format, sign: createSigner(KEY.privateKey) });
  originals.set(format, path);
  return path;
}

export interface Tampering {
  readonly format?: 'csv' | 'json';
  /** Leave hashes and manifests as they were. */
  readonly openly?: boolean;
  readonly options?: VerifyOptions;
}

/** What verification says of an archive whose files were changed. */
export async function tampered(
  change: (files: ArchiveFiles) => void,
  { format, openly, options }: Tampering = {},
): Promise<Verification> {
  const files = await filesOf(await original(format));
  files.delete('signature.json');
  change(files);
  if (openly !== true) cover(files);
  await pack(other(), files);
  return verifyArchive(other(), options);
}

export const codesOf = ({ problems }: Verification): string[] => problems.map(({ code, file = '' }) => `${code} ${file}`.trim());
