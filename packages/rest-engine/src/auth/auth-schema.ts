import type { Secret } from '@habeas/connector-sdk';
import { z } from 'zod';

const text = z.string().min(1);
/** May name secrets and settings of the source. */
const template = text;
const group = z.record(z.string().min(1), template).default({});

const headerSchema = z.strictObject({
  type: z.literal('header').describe('A header with every request.'),
  name: text.describe('The header: X-Api-Key, Authorization.'),
  value: template.describe('What stands in it.'),
});

const basicSchema = z.strictObject({
  type: z.literal('basic').describe('HTTP Basic (RFC 7617).'),
  user: z.string().describe('The user; for some vendors any text, or the key itself.'),
  password: z.string().default('').describe('The password, or the key; nothing where the key is the user.'),
});

const bearerSchema = z.strictObject({
  type: z.literal('bearer').describe('A bearer token that the vendor issued for good (RFC 6750).'),
  token: template.describe('The token.'),
});

const querySchema = z.strictObject({
  type: z.literal('query').describe('A parameter of the query with every request.'),
  name: text.describe('The parameter.'),
  value: template.describe('What stands in it.'),
});

const tokenEndpoint = {
  tokenUrl: template.describe('Where tokens are asked for. Its origin has to be declared like that of the API.'),
  parameters: group.describe('Further parameters of the question for a token, such as audience or resource.'),
  prefix: text.default('Bearer').describe('What stands before the token in the header Authorization.'),
  baseUrlFrom: text
    .optional()
    .describe('The key of the token’s answer that tells where the API is (instance_url). It has to be at a declared origin.'),
};

const client = {
  clientId: template.describe('The client’s id.'),
  clientIn: z
    .enum(['basic', 'body'])
    .default('basic')
    .describe('Where id and secret of the client stand: in a Basic header (as RFC 6749 § 2.3.1 wants it), or in the body.'),
};

const clientCredentialsSchema = z.strictObject({
  type: z.literal('client-credentials').describe('OAuth 2: the client asks in its own name (RFC 6749 § 4.4).'),
  ...tokenEndpoint,
  ...client,
  clientSecret: template.describe('The client’s secret.'),
  scope: template.optional().describe('What is asked for, in the vendor’s words.'),
});

const refreshTokenSchema = z.strictObject({
  type: z
    .literal('refresh-token')
    .describe('OAuth 2: somebody agreed in the browser once, and what that left is a refresh token (RFC 6749 § 6).'),
  ...tokenEndpoint,
  ...client,
  clientSecret: template.optional().describe('The client’s secret, where it has one.'),
  refreshToken: template.describe('The refresh token. Where the vendor replaces it with each use, the new one is kept.'),
});

const jwtBearerSchema = z.strictObject({
  type: z.literal('jwt-bearer').describe('OAuth 2: a token signed with a private key is changed for one (RFC 7523), RS256.'),
  ...tokenEndpoint,
  issuer: template.describe('Who signs: the client’s id, or the service account.'),
  subject: template.optional().describe('In whose name.'),
  audience: template.describe('For whom it is signed, often the token URL or its origin.'),
  privateKey: template.describe('The private key, as PEM.'),
  keyId: template.optional().describe('The key’s id, where the vendor wants it named.'),
  claims: group.describe('Further claims, such as scope.'),
});

const signedTokenSchema = z.strictObject({
  type: z.literal('signed-token').describe('A short token is signed for the requests themselves, HS256, as Ghost wants it.'),
  key: template.describe('The key as it is issued: an id, a colon, and the secret in hexadecimal digits.'),
  audience: template.describe('For whom it is signed: /admin/.'),
  prefix: text.default('Bearer').describe('What stands before the token in the header Authorization: Ghost.'),
});

/** How requests are signed, as a manifest says it. Its values may name secrets; `resolveAuth` makes a scheme of it. */
export const authSchema = z
  .discriminatedUnion('type', [
    headerSchema,
    basicSchema,
    bearerSchema,
    querySchema,
    clientCredentialsSchema,
    refreshTokenSchema,
    jwtBearerSchema,
    signedTokenSchema,
  ])
  .describe('How requests show that they may be sent.');

/** See {@link authSchema}. */
export type AuthManifest = z.output<typeof authSchema>;

/** What is for the reader of the manifest, and no value of the source. */
const PLAIN_KEYS = ['type', 'name', 'prefix', 'baseUrlFrom', 'clientIn'] as const;
type PlainKey = (typeof PLAIN_KEYS)[number];

type Resolved<Value> = Value extends string
  ? Secret<string>
  : Value extends object
    ? { readonly [Key in keyof Value]: Secret<string> }
    : Value;
type ResolvedScheme<Scheme> = Scheme extends AuthManifest
  ? { readonly [Key in keyof Scheme]: Key extends PlainKey ? Scheme[Key] : Resolved<Scheme[Key]> }
  : never;

/** An {@link AuthManifest} with the values of a source in place of what names them. */
export type AuthScheme = ResolvedScheme<AuthManifest>;
/** The scheme of one type. */
export type SchemeOf<Type extends AuthScheme['type']> = Extract<AuthScheme, { readonly type: Type }>;

/** Puts values in place of the texts that may name them; the path of each is told, for faults. */
export function resolveAuth(
  auth: AuthManifest,
  render: (template: string, path: readonly string[]) => Secret<string>,
): AuthScheme {
  const resolved = (value: unknown, path: readonly string[]): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, [...path, key])]))
      : typeof value === 'string'
        ? render(value, path)
        : value;
  const entries = Object.entries(auth).map(([key, value]) => [
    key,
    (PLAIN_KEYS as readonly string[]).includes(key) ? value : resolved(value, [key]),
  ]);
  return Object.fromEntries(entries) as AuthScheme;
}
