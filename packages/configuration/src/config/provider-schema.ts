import type { InputFault } from '@habeas/connector-sdk';
import { z } from 'zod';

const LONGEST_ISSUER = 190;

/** What has to be known of an OpenID Connect provider, whoever signs in there: the part that all settings of one have. */
export const providerShape = {
  issuer: z.url().max(LONGEST_ISSUER).describe('As the provider itself writes it, in its discovery document.'),
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().min(1).describe('By reference: ${file:…} or ${env:…}.'),
  clientAuthentication: z.enum(['basic', 'post']).default('basic').describe('How the secret is sent to the provider.'),
  signingAlgorithm: z
    .enum(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])
    .default('RS256')
    .describe('What the provider signs its tokens for this client with.'),
  userinfo: z.boolean().default(false).describe('Also ask its userinfo endpoint, for claims that are not in the id token.'),
  allowInsecureHttp: z.boolean().default(false).describe('For a provider on this machine only.'),
};

/** Scopes of which none is two. */
export const scopeSchema = z.string().regex(/^[!#-[\]-~]+$/u, 'a scope has no space');

/** How a fault is told at its place in the settings. */
export type ProviderFaultAt = (path: readonly PropertyKey[], what: string, remedy?: string) => InputFault;

interface ReadProvider {
  readonly issuer: string;
  readonly scopes: readonly string[];
  readonly allowInsecureHttp: boolean;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Whether the host of a URL is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Where the settings of a provider do not fit each other: an issuer that cannot be one, no TLS, no `openid`. */
export function providerFaults({ issuer, scopes, allowInsecureHttp }: ReadProvider, at: ProviderFaultAt): readonly InputFault[] {
  const { protocol, hostname, search, hash, username } = new URL(issuer);
  const isHere = isLoopback(hostname);
  return [
    ...(search + hash + username === '' ? [] : [at(['issuer'], 'it has a query, a fragment or a user', 'leave that away')]),
    ...(allowInsecureHttp && !isHere
      ? [at(['allowInsecureHttp'], 'the provider is not on this machine', 'remove the line; the provider needs TLS')]
      : []),
    ...(protocol === 'https:' || (protocol === 'http:' && isHere && allowInsecureHttp)
      ? []
      : [at(['issuer'], 'it does not begin with https:', 'for a provider on this machine, allowInsecureHttp permits http')]),
    ...(scopes.includes('openid') ? [] : [at(['scopes'], 'the scope openid is missing', 'add it')]),
  ];
}
