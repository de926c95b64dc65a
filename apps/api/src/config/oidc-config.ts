import { providerFaults, type ProviderFaultAt, providerShape, scopeSchema } from '@habeas/configuration';
import { type InputFault, Secret } from '@habeas/connector-sdk';
import { z } from 'zod';

const word = z.string().min(1).max(200);

/** A claim by its name or, within groups, by its path: `resource_access.habeas.roles`. */
const claimIs = { claim: word, value: word.describe('What the claim is, or what is in it where it is a list.') };

/** `oidc:` in service.yaml: staff sign in through an OpenID Connect provider (security R27). */
export const oidcSchema = z.strictObject({
  ...providerShape,
  scopes: z.array(scopeSchema).default(['openid', 'profile']),
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
});

type OidcSettings = z.output<typeof oidcSchema>;

/** See {@link oidcSchema}. */
export interface OidcConfig extends Omit<OidcSettings, 'clientSecret'> {
  readonly clientSecret: Secret<string>;
}

/** How a fault is told at its place in the file. */
export type FaultAt = ProviderFaultAt;

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
    ...providerFaults(settings, at),
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

function secondFactorFaults({ secondFactor }: OidcSettings, at: FaultAt): readonly InputFault[] {
  if (secondFactor.here !== 'never' || secondFactor.shownBy.length > 0) return [];
  return [
    at(['secondFactor'], 'nobody could sign in', 'say by what the provider shows a second factor, or ask for the one here'),
  ];
}
