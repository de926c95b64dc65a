import { encodeParts } from '../primitive/encoding.js';

/** What a sealed file is. With any other answer to any of these it does not open. */
export interface SealContext {
  readonly controller: string;
  readonly request: string;
  /** Which of the request's files: `archive`, `evidence/12`… */
  readonly artifact: string;
  /** Raised where an artifact is made anew. */
  readonly version: number;
}

/** The context as bytes, the same for no two contexts. */
export function encodeContext({ controller, request, artifact, version }: SealContext): Buffer {
  return encodeParts(['habeas/sealed-file', controller, request, artifact, String(version)]);
}
