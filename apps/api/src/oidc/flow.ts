import { Secret } from '@habeas/connector-sdk';
import type { StaffCrypto } from '@habeas/core';
import { z } from 'zod';

/** How long somebody may take at the provider. */
export const FLOW_MS = 10 * 60_000;

const schema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  purpose: z.enum(['sign-in', 'step-up']),
  session: z.string().optional(),
  until: z.number(),
});

/** One way through the identity provider: what only the browser that began it can bring back. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  readonly purpose: 'sign-in' | 'step-up';
  /** The id of the session that is to be proved anew; it opens nothing. */
  readonly session?: string | undefined;
  /** In milliseconds since 1970. */
  readonly until: number;
}

const PLACE = 'oidc/flow';

/** A flow as a browser keeps it: sealed under the keys of the installation, so that nobody else makes or reads one. */
export function sealFlow(crypto: StaffCrypto, flow: Flow): Promise<string> {
  return crypto.seal(PLACE, new Secret(JSON.stringify(flow)));
}

/** The flow that was sealed; `undefined` where it was changed, is none, or is over. */
export async function openFlow(crypto: StaffCrypto, sealed: string, now: Date): Promise<Flow | undefined> {
  const text = await crypto.open(PLACE, sealed);
  if (text === undefined) return undefined;
  const flow = schema.parse(JSON.parse(text.reveal()));
  return now.getTime() < flow.until ? flow : undefined;
}
