import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Secret } from '@habeas/connector-sdk';
import { resolveAuth, type AuthScheme } from '../../auth/auth-schema.js';
import type { Manifest } from '../../manifest/manifest.js';
import { fill, parseTemplate, type Scope } from '../../template/template.js';

/** Who may ask a vendor: the credentials of its manifest, and the tokens that were given for them. */
export interface Door {
  /** The path that tokens are asked at, where there is one. */
  readonly tokenPath: string | undefined;
  /** The parameter of the query that credentials stand in, where they do. */
  readonly parameter: string | undefined;
  /** Whether credentials may be renewed. */
  readonly isRenewable: boolean;
  admits(headers: IncomingHttpHeaders, query: URLSearchParams): boolean;
  /** A new token. Nothing where the question for it is not a good one. */
  issue(headers: IncomingHttpHeaders, body: string): Readonly<Record<string, unknown>> | undefined;
  /** From now on no token that was given is good. */
  revoke(): void;
}

/** The door of a vendor, by how its manifest says that requests are signed. */
export function doorOf(manifest: Manifest, scope: Scope): Door {
  const scheme = resolveAuth(manifest.auth, (text) => new Secret(fill(parseTemplate(text), scope, (value) => value)));
  return 'tokenUrl' in scheme ? tokenDoor(scheme) : fixedDoor(scheme);
}

type TokenScheme = Extract<AuthScheme, { readonly tokenUrl: Secret<string> }>;
type FixedScheme = Exclude<AuthScheme, TokenScheme>;

function fixedDoor(scheme: FixedScheme): Door {
  return {
    tokenPath: undefined,
    parameter: scheme.type === 'query' ? scheme.name : undefined,
    isRenewable: scheme.type === 'signed-token',
    admits: (headers, query) => admitted(scheme, headers, query),
    issue: () => undefined,
    revoke: () => undefined,
  };
}

function admitted(scheme: FixedScheme, headers: IncomingHttpHeaders, query: URLSearchParams): boolean {
  switch (scheme.type) {
    case 'header':
      return headers[scheme.name.toLowerCase()] === scheme.value.reveal();
    case 'basic':
      return headers.authorization === basic(scheme.user.reveal(), scheme.password.reveal());
    case 'bearer':
      return headers.authorization === `Bearer ${scheme.token.reveal()}`;
    case 'query':
      return query.get(scheme.name) === scheme.value.reveal();
    case 'signed-token':
      return isSigned(headers.authorization ?? '', scheme.prefix, scheme.key.reveal());
  }
}

function isSigned(header: string, prefix: string, key: string): boolean {
  const [word, token = ''] = header.split(' ');
  const [head = '', claims = '', signature] = token.split('.');
  const secret = Buffer.from(key.split(':')[1] ?? '', 'hex');
  return word === prefix && createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url') === signature;
}

function tokenDoor(scheme: TokenScheme): Door {
  let issued = 0;
  const good = new Set<string>();
  const refreshTokens = new Set(scheme.type === 'refresh-token' ? [scheme.refreshToken.reveal()] : []);
  return {
    tokenPath: new URL(scheme.tokenUrl.reveal()).pathname,
    parameter: undefined,
    isRenewable: true,
    admits: (headers) => good.has(headers.authorization ?? ''),
    issue(headers, body) {
      if (!isGoodQuestion(scheme, refreshTokens, { headers, form: new URLSearchParams(body) })) return undefined;
      issued += 1;
      good.add(`${scheme.prefix} token-${issued}`);
      refreshTokens.add(`refresh-${issued}`);
      return {
        access_token: `token-${issued}`,
        token_type: 'Bearer',
        expires_in: 3600,
        ...(scheme.type === 'refresh-token' && { refresh_token: `refresh-${issued}` }),
      };
    },
    revoke: () => {
      good.clear();
    },
  };
}

function isGoodQuestion(
  scheme: TokenScheme,
  refreshTokens: ReadonlySet<string>,
  { headers, form }: { readonly headers: IncomingHttpHeaders; readonly form: URLSearchParams },
): boolean {
  if (scheme.type === 'jwt-bearer') return (form.get('assertion') ?? '').split('.').length === 3;
  const isRefresh = scheme.type === 'refresh-token';
  return (!isRefresh || refreshTokens.has(form.get('refresh_token') ?? '')) && isClient(scheme, { headers, form });
}

function isClient(
  scheme: Exclude<TokenScheme, { readonly type: 'jwt-bearer' }>,
  { headers, form }: { readonly headers: IncomingHttpHeaders; readonly form: URLSearchParams },
): boolean {
  const [id, secret] = [scheme.clientId.reveal(), scheme.clientSecret?.reveal() ?? ''];
  if (scheme.clientIn !== 'body' && secret !== '') return headers.authorization === basic(id, secret);
  return form.get('client_id') === id && (form.get('client_secret') ?? '') === secret;
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
