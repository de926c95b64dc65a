import type { FileHandle } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { BAG_DECLARATION, BAG_FILES } from '../bag/bag.js';
import { SIGNATURE_FILE } from '../signature/sign-bag.js';
import { ArchiveFault, type Problems } from './problems.js';
import { readEntry, readWhole } from './read-entry.js';
import type { ZipIndex } from './zip-index.js';

/** The tag files that every archive has and its tag manifest lists. */
const TAG_FILES = ['README.html', 'datapackage.json', BAG_FILES.declaration, BAG_FILES.info, BAG_FILES.manifest];
const LINE = /^([0-9a-f]{64}) {2}([^\s]+)$/;
const MOST_TAG_BYTES = 64 * 1024 * 1024;

/** What the bag says about itself. */
export interface BagFacts {
  /** SHA-256 of the tag manifest, hex. */
  readonly identity: string;
  readonly oxum: string | undefined;
  readonly info: ReadonlyMap<string, string>;
  readonly description: Buffer;
}

/** Checks the tag files of the bag against the tag manifest. Throws `ArchiveFault` where one that is needed cannot be read. */
export async function checkBag(handle: FileHandle, { files }: ZipIndex, problems: Problems): Promise<BagFacts> {
  const read = async (path: string): Promise<Buffer> => {
    const facts = files.get(path);
    if (facts === undefined) throw new ArchiveFault('missing', `the archive has no ${path}`);
    return readWhole(handle, facts, MOST_TAG_BYTES);
  };
  const tagManifest = await read(BAG_FILES.tagManifest);
  await checkTagManifest(tagManifest.toString(), problems, (path) => digestOf(handle, path, { files }));
  checkStrangers(files.keys(), problems);
  if ((await read(BAG_FILES.declaration)).toString() !== BAG_DECLARATION) {
    problems.add('bag', 'the declaration is not that of BagIt 1.0', { file: BAG_FILES.declaration });
  }
  const info = parseInfo((await read(BAG_FILES.info)).toString());
  return {
    identity: createHash('sha256').update(tagManifest).digest('hex'),
    oxum: info.get('Payload-Oxum'),
    info,
    description: await read('datapackage.json'),
  };
}

/** One line of a manifest. */
export interface ManifestLine {
  readonly sha256: string;
  readonly path: string;
}

/** The lines of a manifest, as a stream. Throws `ArchiveFault` for a line that is none. */
export async function* manifestLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ManifestLine> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > 1024) break;
    for (const line of lines) yield parseLine(line);
  }
  if (rest !== '') throw new ArchiveFault('bag', 'the manifest has a line that is none');
}

function parseLine(line: string): ManifestLine {
  const [, sha256, path] = LINE.exec(line) ?? [];
  if (sha256 === undefined || path === undefined) throw new ArchiveFault('bag', 'the manifest has a line that is none');
  return { sha256, path };
}

async function checkTagManifest(
  text: string,
  problems: Problems,
  digest: (path: string) => Promise<string | undefined>,
): Promise<void> {
  const listed = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const { sha256, path } = parseLine(line);
    listed.set(path, sha256);
  }
  if (
    !text.endsWith('\n') ||
    [...listed.keys()].some((path) => !TAG_FILES.includes(path)) ||
    listed.size !== text.split('\n').length - 1
  ) {
    problems.add('bag', 'the tag manifest lists what is no tag file, or a file twice', { file: BAG_FILES.tagManifest });
  }
  for (const path of TAG_FILES) {
    const expected = listed.get(path);
    const actual = await digest(path);
    if (expected === undefined) problems.add('bag', 'the tag manifest does not list the file', { file: path });
    if (actual === undefined) problems.add('missing', 'the file is not there', { file: path });
    else if (expected !== undefined && actual !== expected)
      problems.add('checksum', 'the file is not the one that was listed', { file: path });
  }
}

async function digestOf(handle: FileHandle, path: string, { files }: Pick<ZipIndex, 'files'>): Promise<string | undefined> {
  const facts = files.get(path);
  if (facts === undefined) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of readEntry(handle, facts)) hash.update(chunk);
  return hash.digest('hex');
}

function checkStrangers(paths: Iterable<string>, problems: Problems): void {
  const known = new Set([...TAG_FILES, BAG_FILES.tagManifest, SIGNATURE_FILE]);
  for (const path of paths) {
    if (!path.startsWith('data/') && !known.has(path))
      problems.add('extra', 'the file does not belong to an archive', { file: path });
  }
}

function parseInfo(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').map((line) => line.split(/: (.*)/s));
  return new Map(lines.map(([label = '', value = '']) => [label, value]));
}
