import { type InputFault, Secret } from '@habeas/connector-sdk';
import { z } from 'zod';
import type { FaultAt } from './oidc-config.js';

const SHORTEST_SECRET = 32;
const name = z.string().min(1).max(200);

/** `accounts:` in service.yaml: whose word for a signed-in account is taken, by the id of the controller. */
export const accountsSchema = z.record(
  z.string(),
  z.strictObject({
    issuer: name.describe('What the site calls itself in its assertions (iss).'),
    audience: name.optional().describe('What the site calls this service (aud); by default the id of the controller.'),
    algorithm: z.enum(['ES256', 'EdDSA', 'HS256']).describe('How its assertions are signed. No other is taken.'),
    key: z
      .string()
      .min(SHORTEST_SECRET)
      .describe('By reference: the public key in PEM (ES256, EdDSA), or a secret of 32 characters at least (HS256).'),
  }),
);

type AccountsSettings = z.output<typeof accountsSchema>;

/** Whose word for a signed-in account is taken, of one controller. */
export interface AccountsConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: 'ES256' | 'EdDSA' | 'HS256';
  readonly key: Secret<string>;
}

/** The settings by controller, with the keys out of sight. */
export function accountsConfig(settings: AccountsSettings): ReadonlyMap<string, AccountsConfig> {
  return new Map(
    Object.entries(settings).map(([controller, { key, audience = controller, ...rest }]) => [
      controller,
      { ...rest, audience, key: new Secret(key) },
    ]),
  );
}

/** Where the settings name a controller that there is not, or a key that is none. They never repeat the key. */
export function accountsFaults(
  settings: AccountsSettings,
  controllers: Readonly<Record<string, unknown>>,
  faultAt: FaultAt,
): readonly InputFault[] {
  return Object.entries(settings).flatMap(([controller, { algorithm, key }]) => {
    const isPem = key.startsWith('-----BEGIN PUBLIC KEY-----');
    return [
      ...(Object.hasOwn(controllers, controller)
        ? []
        : [
            faultAt(
              ['accounts', controller],
              'there is no such controller',
              `name one of ${Object.keys(controllers).join(', ')}`,
            ),
          ]),
      ...(algorithm === 'HS256' || isPem ? [] : [faultAt(['accounts', controller, 'key'], 'a public key in PEM is meant')]),
      ...(algorithm === 'HS256' && isPem
        ? [faultAt(['accounts', controller, 'key'], 'a secret is meant, and this is a public key: anybody could sign with it')]
        : []),
    ];
  });
}
