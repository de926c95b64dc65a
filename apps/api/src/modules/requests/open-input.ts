import { createHash } from 'node:crypto';
import { type NewRequest, type OnceKey, Refused } from '@habeas/core';
import { given } from '../../platform/given.js';
import type { IdentifierInput, OpenRequestInput } from './request.inputs.js';

/** What a request is opened with, however it came: by GraphQL, or as plain JSON. */
export interface OpeningInput extends Omit<OpenRequestInput, 'identifiers'> {
  readonly identifiers: readonly Pick<IdentifierInput, keyof IdentifierInput>[];
}

const SHORTEST_KEY = 8;
const LONGEST_KEY = 100;

/** The key of a call, with a digest of what is asked. Throws `Refused` with `INVALID_INPUT` where it is too short to be unique, or too long. */
export function onceKey(input: OpeningInput): OnceKey {
  const { length } = input.clientKey;
  if (length < SHORTEST_KEY || length > LONGEST_KEY) {
    throw new Refused('INVALID_INPUT', `A key of yours has ${String(SHORTEST_KEY)} to ${String(LONGEST_KEY)} characters.`);
  }
  return { key: input.clientKey, fingerprint: fingerprint(input) };
}

/** A digest of what is asked, so that a key that comes back with something else is noticed. The same by whichever way it came. */
function fingerprint(input: OpeningInput): string {
  return createHash('sha256')
    .update(JSON.stringify(newRequest(input)))
    .digest('hex');
}

/** What core opens a request with. */
export function newRequest({
  identifiers,
  rights,
  format,
  language,
  packing,
  receivedAt,
  isSignedIn,
  onBehalf,
}: OpeningInput): NewRequest {
  return {
    identifiers: identifiers.map(({ kind, value, namespace, part, provedBy }) => ({
      kind,
      value,
      ...given({ namespace, part, provedBy }),
    })),
    rights,
    format,
    language,
    ...given({ packing, receivedAt, isSignedIn, onBehalf }),
  };
}
