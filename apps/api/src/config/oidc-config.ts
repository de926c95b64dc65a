import { type InputFault, Secret } from '@habeas/connector-sdk';
import { z } from 'zod';

const word = z.string().min(1).max(200);
const LONGEST_ISSUER = 190;

/** A claim by its name or, within groups, by its path: `resource_access.habeas.roles`. */
const claimIs = { claim: word, value: word.describe('What the claim is, or what is in it where it is a list.') };

/** `oidc:` in service.yaml: staff sign in through an OpenID Connect provider (security R27). */
export const oidcSchema = z.strictObject({
  issuer: z.url().max(LONGEST_ISSUER).describe('As the provider itself writes it, in its discovery document.'),
  clientId: word,
  clientSecret: z.string().min(1).describe('By reference: ${file:…} or ${env:…}.'),
  clientAuthentication: z.enum(['basic', 'post']).default('basic').describe('How the secret is sent to the provider.'),
  signingAlgorithm: z
    .enum(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])
    .default('RS256')
    .describe('What the provider signs its tokens for this client with.'),
  scopes: z.array(z.string().regex(/^[!#-[\]-~]+$/u, 'a scope has no space')).default(['openid', 'profile']),
  userinfo: z.boolean().default(false).describe('Also ask its userinfo endpoint, for claims that are not in the id token.'),
  acrValues: z.array(word).default([]).describe('Which ways of signing in are asked for, best first.'),
  maxAgeMinutes: z.int().min(1).max(1_440).default(480).describe('How long ago somebody may have signed in at the provider.'),
  roles: z
    .array(
      z.strictObject({
        ...claimIs,
        controller: word,
        role: z.enum(['dpo', 'handler', 'reviewer', 'connector_admin', 'auditor']),
      }),
    )
    .min(1)
    .describe('Who has which role: the only way to one. No rule, no role.'),
  secondFactor: z
    .strictObject({
      shownBy: z
        .array(z.strictObject(claimIs))
        .default([])
        .describe('Any of these shows that the provider asked for two factors.'),
      here: z
        .enum(['otherwise', 'always', 'never'])
        .default('otherwise')
        .describe('When the second factor of this service is asked for: where the provider shows none, always, or never.'),
    })
    .prefault({}),
  allowInsecureHttp: z.boolean().default(false).describe('For a provider on this machine only.'),
});

type OidcSettings = z.output<typeof oidcSchema>;

/** See {@link oidcSchema}. */
export interface OidcConfig extends Omit<OidcSettings, 'clientSecret'> {
  readonly clientSecret: Secret<string>;
}

/** How a fault is told at its place in the file. */
export type FaultAt = (path: readonly PropertyKey[], what: string, remedy?: string) => InputFault;

/** The settings, with the secret out of sight. */
export function oidcConfig({ clientSecret, ...settings }: OidcSettings): OidcConfig {
  return { ...settings, clientSecret: new Secret(clientSecret) };
}

/** Where parts of the settings do not fit each other, or what they name. */
export function oidcFaults(
  settings: OidcSettings,
  controllers: Readonly<Record<string, unknown>>,
  faultAt: FaultAt,
): readonly InputFault[] {
  const at: FaultAt = (path, ...fault) => faultAt(['oidc', ...path], ...fault);
  return [
    ...issuerFaults(settings, at),
    ...(settings.scopes.includes('openid') ? [] : [at(['scopes'], 'the scope openid is missing', 'add it')]),
    ...settings.roles.flatMap(({ controller }, index) =>
      Object.hasOwn(controllers, controller)
        ? []
        : [
            at(
              ['roles', index, 'controller'],
              'there is no such controller',
              `name one of ${Object.keys(controllers).join(', ')}`,
            ),
          ],
    ),
    ...secondFactorFaults(settings, at),
  ];
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Whether the host of a URL is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

function issuerFaults({ issuer, allowInsecureHttp }: OidcSettings, at: FaultAt): readonly InputFault[] {
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
  ];
}

function secondFactorFaults({ secondFactor }: OidcSettings, at: FaultAt): readonly InputFault[] {
  if (secondFactor.here !== 'never' || secondFactor.shownBy.length > 0) return [];
  return [
    at(['secondFactor'], 'nobody could sign in', 'say by what the provider shows a second factor, or ask for the one here'),
  ];
}
