import type { Bag } from '../bag/bag.js';
import type { ArchiveSigner } from './signer.js';

/** The signature's file. No manifest lists it, which RFC 8493 §2.2.4 allows for tag files: it is about what the manifests say. */
export const SIGNATURE_FILE = 'signature.json';

/** What {@link SIGNATURE_FILE} holds. */
export interface SignatureDocument {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  /** PEM; whether it is the organisation's is for the reader to find out. */
  readonly publicKey: string;
  readonly signedFile: 'tagmanifest-sha256.txt';
  /** `sha256:` and the hex digest of the signed file: the archive's identity. */
  readonly digest: string;
  /** Base64. Signed are the 32 bytes of the digest. */
  readonly signature: string;
}

/** Signs the bag by the digest (hex) of its tag manifest. Returns the id of the key. */
export async function signBag(bag: Bag, digest: string, signer: ArchiveSigner): Promise<string> {
  const { keyId, publicKey } = signer;
  const signature = Buffer.from(await signer.sign(Buffer.from(digest, 'hex'))).toString('base64');
  await bag.addUnlisted(SIGNATURE_FILE, signatureText({ keyId, publicKey, digest: `sha256:${digest}`, signature }));
  return keyId;
}

/** The text of {@link SIGNATURE_FILE}: one for each document. */
export function signatureText({
  keyId,
  publicKey,
  digest,
  signature,
}: Omit<SignatureDocument, 'algorithm' | 'signedFile'>): string {
  const document: SignatureDocument = {
    algorithm: 'Ed25519',
    keyId,
    publicKey,
    signedFile: 'tagmanifest-sha256.txt',
    digest,
    signature,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
