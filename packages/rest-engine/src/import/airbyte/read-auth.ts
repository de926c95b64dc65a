import { entryOf, type Given, type Group } from '../given.js';
import type { Settings } from '../settings.js';
import type { Decide } from '../vendor.js';
import { signed } from './interpolation.js';

/** How requests are signed, and where tokens are asked for. */
export interface ReadAuth {
  readonly auth: Group;
  readonly tokenHost?: string;
}

type Sign = (text: string | undefined, isCredential: boolean, fallback: string) => string;

/** The authenticator of an Airbyte requester: one of the eight of a manifest, or a placeholder and a decision. */
export function readAuth(given: Given, settings: Settings, decide: Decide): ReadAuth {
  const type = given.text('type', 'NoAuth');
  const sign: Sign = (text, isCredential, fallback) => {
    if (text === undefined) return settings.inAuth(fallback, isCredential);
    const filled = signed(text, settings, isCredential);
    if ('text' in filled) return filled.text;
    decide(['auth'], `${filled.unknown.join(', ')} of the file has no counterpart: ${fallback} stands in its place`);
    return settings.inAuth(fallback, isCredential);
  };
  const found = entryOf(SCHEMES, type)?.(given, sign);
  if (found !== undefined) {
    if (type === 'OAuthAuthenticator' && found['type'] === 'refresh-token') {
      decide(['auth'], 'how the first refresh token is come by: somebody agrees in the browser once, outside of Habeas');
    }
    const host = typeof found['tokenUrl'] === 'string' ? /^https?:\/\/[^/]+/u.exec(found['tokenUrl'])?.[0] : undefined;
    return { auth: found, ...(host === undefined ? {} : { tokenHost: host }) };
  }
  decide(['auth'], `requests are signed by ${type} there, which has no counterpart; a bearer token stands in its place`);
  return { auth: { type: 'bearer', token: settings.inAuth('token', true) } };
}

const SCHEMES: Readonly<Record<string, (given: Given, sign: Sign) => Group | undefined>> = {
  BearerAuthenticator: (given, sign) => ({ type: 'bearer', token: sign(given.text('api_token'), true, 'token') }),
  BasicHttpAuthenticator: (given, sign) => {
    const password = given.text('password');
    const isKey = password === undefined || password === '';
    const user = sign(given.text('username'), isKey, 'username');
    return { type: 'basic', user, ...(isKey ? {} : { password: sign(password, true, 'password') }) };
  },
  ApiKeyAuthenticator: apiKey,
  OAuthAuthenticator: oauth,
  JwtAuthenticator: () => undefined,
};

function apiKey(given: Given, sign: Sign): Group | undefined {
  const into = given.get('inject_into');
  const place = into.text('inject_into', 'header');
  const name = into.text('field_name') ?? given.text('header');
  if (name === undefined || !['header', 'request_parameter'].includes(place)) return undefined;
  const value = sign(given.text('api_token'), true, 'api_key');
  return place === 'header' ? headerScheme(name, value) : { type: 'query', name, value };
}

/** A header; a bearer token is called by its name. */
function headerScheme(name: string, value: string): Group {
  const token = name.toLowerCase() === 'authorization' ? /^Bearer (.+)$/u.exec(value)?.[1] : undefined;
  return token === undefined ? { type: 'header', name, value } : { type: 'bearer', token };
}

function oauth(given: Given, sign: Sign): Group {
  const grant = given.text('grant_type') ?? 'refresh_token';
  const isClient = grant === 'client_credentials';
  const scopes = given.get('scopes').taken();
  const scope = Array.isArray(scopes) ? scopes.map(String).join(' ') : '';
  const further = given.members('refresh_request_body').flatMap(([name, value]) => {
    const text = value.taken();
    return typeof text === 'string' ? [[name, sign(text, false, name)] as const] : [];
  });
  const parameters = Object.fromEntries(further);
  return {
    type: isClient ? 'client-credentials' : 'refresh-token',
    tokenUrl: sign(given.text('token_refresh_endpoint'), false, 'token_url'),
    clientId: sign(given.text('client_id'), false, 'client_id'),
    clientSecret: sign(given.text('client_secret'), true, 'client_secret'),
    clientIn: 'body',
    ...(isClient ? {} : { refreshToken: sign(given.text('refresh_token'), true, 'refresh_token') }),
    ...(isClient && scope !== '' ? { scope } : {}),
    ...(further.length === 0 ? {} : { parameters }),
  };
}
