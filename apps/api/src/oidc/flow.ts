import { Secret } from '@habeas/connector-sdk';
import type { StaffCrypto } from '@habeas/core';
import * as client from 'openid-client';
import { z } from 'zod';

/** How long somebody may take at the provider. */
export const FLOW_MS = 10 * 60_000;

/** What protects a way through a provider: none of it can be guessed. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

const secretsShape = { state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() };

/** A way through a provider: what only the browser that began it can bring back. */
export interface BegunFlow extends FlowSecrets {
  /** In milliseconds since 1970. */
  readonly until: number;
}

/** Secrets of a new way, which begins now. */
export function newFlow(now: Date): BegunFlow {
  const secrets = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  return { ...secrets, until: now.getTime() + FLOW_MS };
}

/** A kind of way: the place that it is sealed for, so that none is taken for one of another kind, and what it holds beside its secrets. */
export interface FlowKind<Shape extends z.ZodRawShape> {
  readonly place: string;
  readonly shape: Shape;
}

/** A way of a kind. */
export type FlowOf<Kind> = Kind extends FlowKind<infer Shape> ? BegunFlow & z.output<z.ZodObject<Shape>> : never;

/** That of staff. A step-up has the id of the session that is to be proved anew; it opens nothing. */
export const STAFF_FLOW = {
  place: 'oidc/flow',
  shape: { purpose: z.enum(['sign-in', 'step-up']), session: z.string().optional() },
} as const satisfies FlowKind<z.ZodRawShape>;

/** See {@link STAFF_FLOW}. */
export type Flow = FlowOf<typeof STAFF_FLOW>;

type Sealing = Pick<StaffCrypto, 'seal' | 'open'>;

/** A flow as a browser keeps it: sealed under the keys of the installation, so that nobody else makes or reads one. */
export function sealFlow<Kind extends FlowKind<z.ZodRawShape>>(
  crypto: Sealing,
  { place }: Kind,
  flow: FlowOf<Kind>,
): Promise<string> {
  return crypto.seal(place, new Secret(JSON.stringify(flow)));
}

/** The flow that was sealed; `undefined` where it was changed, is none of this kind, or is over. */
export async function openFlow<Kind extends FlowKind<z.ZodRawShape>>(
  crypto: Sealing,
  { place, shape }: Kind,
  { sealed, now }: { readonly sealed: string; readonly now: Date },
): Promise<FlowOf<Kind> | undefined> {
  const text = await crypto.open(place, sealed);
  if (text === undefined) return undefined;
  const flow = z.strictObject({ ...secretsShape, ...shape }).parse(JSON.parse(text.reveal())) as FlowOf<Kind>;
  return now.getTime() < flow.until ? flow : undefined;
}
