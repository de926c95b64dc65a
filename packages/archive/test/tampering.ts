import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import { Scratch } from '../src/output/spool.js';
import { parallelZip } from '../src/zip/parallel-zip.js';
import { streamOf } from './fake-findings.js';
import { bytesOf, OPTIONS, REQUESTED_AT } from './making.js';

/** The files of an archive by their path below the top folder, in order. */
export type ArchiveFiles = Map<string, Buffer>;

export async function filesOf(zip: string): Promise<ArchiveFiles> {
  const source = await openPromise(zip, { autoClose: false });
  const files: ArchiveFiles = new Map();
  for await (const entry of source.eachEntry()) {
    files.set(entry.fileName.slice(OPTIONS.reference.length + 1), await bytesOf(await source.openReadStreamPromise(entry)));
  }
  source.close();
  return files;
}

/** Packs files as our writer does. Names may also be given whole, beginning with `/`. */
export async function pack(
  out: string,
  files: Iterable<readonly [path: string, content: Buffer]>,
  modifiedAt = REQUESTED_AT,
): Promise<void> {
  const scratch = new Scratch();
  const parts: Buffer[] = [];
  const write = (bytes: Uint8Array): Promise<void> => {
    parts.push(Buffer.from(bytes));
    return Promise.resolve();
  };
  const zip = parallelZip({ write, modifiedAt, level: 6, scratch });
  for (const [path, content] of files)
    await zip.add(path.startsWith('/') ? path.slice(1) : `${OPTIONS.reference}/${path}`, streamOf([content]));
  await zip.finish();
  await scratch.dispose();
  await writeFile(out, Buffer.concat(parts));
}

/** Changes the text of a file. */
export function edit(files: ArchiveFiles, path: string, change: (text: string) => string): void {
  const before = files.get(path)!.toString();
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${path}`);
  files.set(path, Buffer.from(after));
}

/** Makes hashes, sizes, manifests and oxum fit the files again: what somebody would do who wants to hide a change. */
export function cover(files: ArchiveFiles): void {
  const description = JSON.parse(files.get('datapackage.json')!.toString()) as {
    resources: { path: string; hash: string; bytes?: number }[];
  };
  for (const resource of description.resources) {
    const content = files.get(resource.path);
    if (content === undefined) continue;
    resource.hash = `sha256:${sha256(content)}`;
    if (resource.bytes !== undefined) resource.bytes = content.length;
  }
  files.set('datapackage.json', Buffer.from(`${JSON.stringify(description, undefined, 2)}\n`));
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  const size = payload.reduce((sum, [, content]) => sum + content.length, 0);
  edit2(files, 'bag-info.txt', (text) => text.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${size}.${payload.length}`));
  files.set('manifest-sha256.txt', manifestOf(payload));
  const tags = [...files].filter(([path]) =>
    ['README.html', 'datapackage.json', 'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'].includes(path),
  );
  files.set('tagmanifest-sha256.txt', manifestOf(tags));
}

function edit2(files: ArchiveFiles, path: string, change: (text: string) => string): void {
  const content = files.get(path);
  if (content !== undefined) files.set(path, Buffer.from(change(content.toString())));
}

export function manifestOf(files: readonly (readonly [string, Buffer])[]): Buffer {
  return Buffer.from(files.map(([path, content]) => `${sha256(content)}  ${path}\n`).join(''));
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
