import { type InputFault, Secret } from '@habeas/connector-sdk';
import { z } from 'zod';
import { type ProviderFaultAt, providerFaults, providerShape, scopeSchema } from './provider-schema.js';

const claim = z
  .string()
  .min(1)
  .max(200)
  .describe(
    'By its name or, within groups, by its path: customer.number. An e-mail address needs email_verified, a telephone phone_number_verified.',
  );
const namespace = z.string().regex(/^[a-z][\w.-]*$/u, 'a namespace of ids as the data maps name it, such as shop.customer');

/** `signIn:` in habeas.yaml: subjects prove who they are by signing in at the controller's own provider (IDV-02). */
export const signInSchema = z.strictObject({
  ...providerShape,
  scopes: z.array(scopeSchema).default(['openid', 'email']),
  origins: z
    .array(z.url())
    .default([])
    .describe('Where else browsers are sent on the way, beside the origin of the issuer: a page to sign in on another host.'),
  identifiers: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ claim, kind: z.enum(['email', 'phone']) }),
        z.strictObject({ claim, kind: z.literal('id'), namespace }),
      ]),
    )
    .min(1)
    .describe(
      'What an account is known by: which claim is an identifier of which kind. What its holder can change at will is none.',
    ),
});

type SignInSettings = z.output<typeof signInSchema>;

/** See {@link signInSchema}; origins are those that a page may send a form to, the issuer's among them. */
export interface SignInConfig extends Omit<SignInSettings, 'clientSecret'> {
  readonly clientSecret: Secret<string>;
}

/** The settings, with the secret out of sight. */
export function signInConfig({ clientSecret, origins, ...settings }: SignInSettings): SignInConfig {
  const all = [settings.issuer, ...origins].map((each) => new URL(each).origin);
  return { ...settings, origins: [...new Set(all)], clientSecret: new Secret(clientSecret) };
}

/** Where the settings do not fit each other. They never repeat the secret. */
export function signInFaults(settings: SignInSettings, faultAt: ProviderFaultAt): readonly InputFault[] {
  const at: ProviderFaultAt = (path, ...fault) => faultAt(['signIn', ...path], ...fault);
  const insecure = settings.origins.flatMap((each, index) =>
    settings.allowInsecureHttp || each.startsWith('https:') ? [] : [at(['origins', index], 'it does not begin with https:')],
  );
  return [...providerFaults(settings, at), ...insecure];
}
