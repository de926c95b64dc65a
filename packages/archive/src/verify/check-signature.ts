import type { FileHandle } from 'node:fs/promises';
import { ArchiveError } from '../archive-error.js';
import { SIGNATURE_FILE, signatureText, type SignatureDocument } from '../signature/sign-bag.js';
import { isSignedBy, keyIdOf } from '../signature/signer.js';
import type { Problems } from './problems.js';
import { readWhole } from './read-entry.js';
import type { ZipIndex } from './zip-index.js';

const MOST_BYTES = 16 * 1024;

/**
 * What the signature is worth. `valid` made with the key that the caller trusts; `unknown-key` it fits the archive, and
 * the key beside it is nobody's as far as we know; `invalid`; `absent`.
 */
export type SignatureState = 'valid' | 'unknown-key' | 'invalid' | 'absent';

/** See {@link SignatureState}. */
export interface SignatureFacts {
  readonly state: SignatureState;
  readonly keyId?: string;
}

/** Checks the signature of an archive's identity. With a trusted key, anything but `valid` is a problem; without, `invalid` is. */
export async function checkSignature(
  handle: FileHandle,
  { files }: ZipIndex,
  { identity, trusted }: { readonly identity: string; readonly trusted: string | undefined },
  problems: Problems,
): Promise<SignatureFacts> {
  const file = files.get(SIGNATURE_FILE);
  const document = file === undefined ? undefined : parse(await readWhole(handle, file, MOST_BYTES));
  const facts = file === undefined ? { state: 'absent' as const } : judge(document, identity, trusted);
  const complaint = complaintAbout(facts.state, trusted !== undefined);
  if (complaint !== undefined) problems.add('signature', complaint, { file: SIGNATURE_FILE });
  return facts;
}

function judge(document: SignatureDocument | undefined, identity: string, trusted: string | undefined): SignatureFacts {
  if (document?.digest !== `sha256:${identity}`) return { state: 'invalid' };
  const { publicKey, keyId, signature } = document;
  const bytes = [Buffer.from(identity, 'hex'), Buffer.from(signature, 'base64')] as const;
  try {
    if (keyIdOf(publicKey) !== keyId || !isSignedBy(publicKey, ...bytes)) return { state: 'invalid' };
  } catch (error) {
    if (error instanceof ArchiveError) return { state: 'invalid' }; // the key beside the signature is no key
    throw error;
  }
  if (trusted === undefined) return { state: 'unknown-key', keyId };
  return isSignedBy(trusted, ...bytes) ? { state: 'valid', keyId } : { state: 'unknown-key', keyId };
}

function complaintAbout(state: SignatureState, isTrustedKeyGiven: boolean): string | undefined {
  if (state === 'invalid') return 'the signature is not one of this archive';
  if (!isTrustedKeyGiven || state === 'valid') return undefined;
  return state === 'absent' ? 'the archive is not signed' : 'the archive is signed with another key';
}

/** Only exactly what we write, so that no byte of the file can be another one unnoticed. */
function parse(content: Buffer): SignatureDocument | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content.toString());
  } catch {
    return undefined; // no document: judged invalid
  }
  return isDocument(value) && signatureText(value) === content.toString() ? value : undefined;
}

function isDocument(value: unknown): value is SignatureDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { keyId, publicKey, digest, signature } = value as Record<string, unknown>;
  return [keyId, publicKey, digest, signature].every((text) => typeof text === 'string');
}
