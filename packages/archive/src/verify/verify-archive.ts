import { open, type FileHandle } from 'node:fs/promises';
import type { PackageDescriptor } from '../descriptor/data-package.js';
import { dosTime } from '../zip/zip-headers.js';
import { checkBag, type BagFacts } from './check-bag.js';
import { checkPackage } from './check-package.js';
import { checkPayload, type PayloadFacts } from './check-payload.js';
import { checkSignature, type SignatureFacts } from './check-signature.js';
import { ArchiveFault, Problems, type ArchiveProblem } from './problems.js';
import { readZipIndex, type ReadLimits, type ZipIndex } from './zip-index.js';

/** How an archive is verified. */
export interface VerifyOptions {
  /** The organisation's public key, PEM. With it, an archive that it did not sign has a problem. */
  readonly publicKey?: string;
  /** What is refused unread; by default a million entries, 1 TiB unpacked, a ratio of 1,032. */
  readonly limits?: Partial<ReadLimits>;
  /** How many problems are listed; by default 100. All are counted. */
  readonly mostProblems?: number;
}

/** What a verification found. */
export interface Verification {
  /** No problem at all. */
  readonly ok: boolean;
  readonly problems: readonly ArchiveProblem[];
  /** Also those beyond the listed ones. */
  readonly problemCount: number;
  readonly signature: SignatureFacts;
  /** SHA-256 of the tag manifest; absent where there is none to read. */
  readonly identity?: string;
  readonly reference?: string;
  readonly requestedAt?: string;
  /** What the archive says of itself: whether the answer is complete. */
  readonly complete?: boolean;
  readonly payload?: PayloadFacts;
}

/** What is refused unread, where nothing else is said. */
export const DEFAULT_LIMITS: ReadLimits = { entries: 1_000_000, bytes: 2 ** 40, ratio: 1032 };

/**
 * Reads a finished archive anew and finds whatever is not as it was written: a changed byte, a missing or an added file, a
 * wrong count, a value of the wrong type, a reference to nothing. Whatever is wrong with the archive is in the result; it
 * rejects only where the file cannot be opened or read, or the given key is no key.
 */
export async function verifyArchive(path: string, options: VerifyOptions = {}): Promise<Verification> {
  const handle = await open(path, 'r');
  try {
    return (await verifyHandle(handle, options)).verification;
  } finally {
    await handle.close();
  }
}

/** The same of a file that is open, with its description where that could be read. */
export async function verifyHandle(
  handle: FileHandle,
  options: VerifyOptions = {},
): Promise<{ readonly verification: Verification; readonly description: PackageDescriptor | undefined }> {
  const problems = new Problems(options.mostProblems ?? 100);
  const found: Found = { signature: { state: 'absent' } };
  try {
    await verifyInto(found, handle, options, problems);
  } catch (fault) {
    if (!(fault instanceof ArchiveFault)) throw fault;
    problems.add(fault.code, fault.message);
  }
  return { verification: verificationOf(found, problems), description: found.description };
}

function verificationOf({ signature, bag, description, payload }: Found, problems: Problems): Verification {
  return {
    ok: problems.count === 0,
    problems: problems.list,
    problemCount: problems.count,
    signature,
    ...(bag === undefined ? {} : { identity: bag.identity }),
    ...(description === undefined
      ? {}
      : { reference: description.name, requestedAt: description.created, complete: description['x-complete'] === true }),
    ...(payload === undefined ? {} : { payload }),
  };
}

/** What is known so far. */
interface Found {
  signature: SignatureFacts;
  bag?: BagFacts;
  description?: PackageDescriptor;
  payload?: PayloadFacts;
}

/** Goes as far as it can; what was found until a fault stays. */
async function verifyInto(found: Found, handle: FileHandle, options: VerifyOptions, problems: Problems): Promise<void> {
  const index = await readZipIndex(handle, { ...DEFAULT_LIMITS, ...options.limits }, problems);
  found.bag = await checkBag(handle, index, problems);
  found.signature = await checkSignature(handle, index, { identity: found.bag.identity, trusted: options.publicKey }, problems);
  found.description = checkPackage(found.bag.description, index.top, problems);
  found.payload = await checkPayload({ handle, index, description: found.description }, problems);
  checkTellings(index, found.bag, found.description, problems);
  const { bytes, files } = found.payload;
  if (found.bag.oxum !== `${bytes}.${files}`)
    problems.add('count', 'the payload has another size or number of files than the bag says');
}

/** The same facts stand in several places. */
function checkTellings({ files }: ZipIndex, { info }: BagFacts, { name, created }: PackageDescriptor, problems: Problems): void {
  if (info.get('External-Identifier') !== name || info.get('Bagging-Date') !== created.slice(0, 10)) {
    problems.add('bag', 'the bag and the description tell of different requests', { file: 'bag-info.txt' });
  }
  const { time, date } = dosTime(new Date(created));
  const [first] = files.values();
  if (first?.time.time !== time || first.time.date !== date)
    problems.add('zip', 'the entries have another time than the request');
}
