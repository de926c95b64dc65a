import { isIP } from 'node:net';
import { Refused } from '@habeas/core';

/** The site that passkeys are for (WebAuthn, §5.1.3): they are bound to the name of its host for good. */
export interface RelyingParty {
  /** The host that browsers call it by. */
  readonly id: string;
  /** The pages that may ask for a passkey: those of that very host. */
  origins(): string[];
}

/**
 * The site behind `publicUrl`. Without one, the service is for this machine alone, and its name is localhost: browsers give no
 * passkey to an address. `ownOrigins` may still grow when the service begins to listen.
 */
export function relyingPartyOf(publicUrl: string | undefined, ownOrigins: ReadonlySet<string>): RelyingParty {
  const id = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname;
  return { id, origins: () => [...ownOrigins].filter((origin) => new URL(origin).hostname === id) };
}

/** Throws `Refused` with `WRONG_STATE` where the site is called by an address: no browser would make a passkey for it. */
export function requireName({ id }: RelyingParty): void {
  if (isIP(id.replaceAll(/[[\]]/gu, '')) === 0) return;
  throw new Refused(
    'WRONG_STATE',
    'A passkey needs a site with a name, and this one has an address.',
    'Set publicUrl to its name.',
  );
}
