import { entryOf, type Given, type Group } from '../given.js';
import type { Settings } from '../settings.js';
import type { Decide } from '../vendor.js';

/** How requests are signed, and where tokens are asked for. */
export interface ReadAuth {
  readonly auth: Group;
  readonly tokenHost?: string;
}

const PLACEHOLDER = /<([\w.-]+)>/gu;
const GRANTS = ['grant_type', 'code', 'redirect_uri', 'refresh_token', 'client_id', 'client_secret', 'scope'];

/** What a token is put in place of where the file's way to sign requests has no counterpart. */
export function placeholderAuth(settings: Settings): Group {
  return { type: 'bearer', token: settings.inAuth('token', true) };
}

/** The authentication of a Fides client: one of the eight of a manifest, or a placeholder and a decision. */
export function readAuth(given: Given, base: string, settings: Settings, decide: Decide): ReadAuth {
  const strategy = given.text('strategy');
  const sign: Sign = (text, isCredential) =>
    text.replaceAll(PLACEHOLDER, (_, name: string) => settings.inAuth(name, isCredential));
  const found = entryOf(STRATEGIES, strategy)?.(given.get('configuration'), { base, sign, settings, decide });
  return found ?? { auth: placeholder(strategy, settings, decide) };
}

type Strategy = (configuration: Given, context: Context) => ReadAuth | undefined;

const STRATEGIES: Readonly<Record<string, Strategy>> = {
  basic: (configuration, { sign }) => ({ auth: basic(configuration, sign) }),
  bearer: (configuration, { sign }) => ({ auth: { type: 'bearer', token: sign(configuration.text('token', '<token>'), true) } }),
  api_key: (configuration, { sign }) => apiKey(configuration, sign),
  oauth2_client_credentials: (configuration, context) => {
    return oauth(configuration.get('token_request'), 'client-credentials', context);
  },
  oauth2_authorization_code: (configuration, context) => {
    configuration.pass('authorization_request', 'token_request', 'expires_in');
    context.decide(['auth'], 'how the first refresh token is come by: somebody agrees in the browser once, outside of Habeas');
    return oauth(configuration.get('refresh_request'), 'refresh-token', context);
  },
};

function placeholder(strategy: string | undefined, settings: Settings, decide: Decide): Group {
  decide(
    ['auth'],
    strategy === undefined
      ? 'the file does not say how requests are signed; a bearer token stands in its place'
      : `requests are signed by the strategy ${strategy} there, which has no counterpart; a bearer token stands in its place`,
  );
  return placeholderAuth(settings);
}

type Sign = (text: string, isCredential: boolean) => string;

function basic(configuration: Given, sign: Sign): Group {
  const password = configuration.text('password');
  return {
    type: 'basic',
    user: sign(configuration.text('username', '<username>'), password === undefined),
    ...(password === undefined ? {} : { password: sign(password, true) }),
  };
}

/** The first header or parameter; a second one is left and so told. */
function apiKey(configuration: Given, sign: Sign): ReadAuth | undefined {
  const isHeader = configuration.get('headers').exists;
  const found = configuration.first(isHeader ? 'headers' : 'query_params');
  const name = found.text('name');
  const value = found.text('value');
  if (name === undefined || value === undefined) return undefined;
  const token = name.toLowerCase() === 'authorization' ? /^Bearer (.+)$/u.exec(value)?.[1] : undefined;
  if (token !== undefined) return { auth: { type: 'bearer', token: sign(token, true) } };
  return { auth: { type: isHeader ? 'header' : 'query', name, value: sign(value, true) } };
}

interface Context {
  readonly base: string;
  readonly sign: Sign;
  readonly settings: Settings;
  readonly decide: Decide;
}

function oauth(request: Given, type: 'client-credentials' | 'refresh-token', context: Context): ReadAuth | undefined {
  if (!request.exists) return undefined;
  const { sign, settings, base } = context;
  request.pass('method', 'headers');
  const inBody = bodyOf(request);
  const said = new Map([...inBody, ...pairs(request, 'query_params')]);
  const further = [...said].filter(([name]) => !GRANTS.includes(name)).map(([name, value]) => [name, sign(value, false)]);
  const scope = said.get('scope');
  const host = hostOf(request.get('client_config'), base, sign);
  const auth = {
    type,
    tokenUrl: `${host}${sign(request.text('path', ''), false)}`,
    clientId: sign(said.get('client_id') ?? '<client_id>', false),
    clientSecret: sign(said.get('client_secret') ?? '<client_secret>', true),
    clientIn: inBody.has('client_id') ? 'body' : 'basic',
    ...(type === 'refresh-token' ? { refreshToken: settings.inAuth('refresh_token', true) } : {}),
    ...(type === 'refresh-token' || scope === undefined ? {} : { scope: sign(scope, false) }),
    ...(further.length === 0 ? {} : { parameters: Object.fromEntries(further) as Group }),
  };
  return { auth, ...(host === base ? {} : { tokenHost: host }) };
}

function hostOf(client: Given, base: string, sign: Sign): string {
  const host = client.text('host');
  return host === undefined ? base : `${client.text('protocol', 'https')}://${sign(host, false)}`;
}

function pairs(request: Given, key: string): readonly (readonly [string, string])[] {
  return request.items(key).map((item) => [item.text('name', ''), item.text('value', '')]);
}

/** The members of a body that is written as JSON or as a form. */
function bodyOf(request: Given): ReadonlyMap<string, string> {
  const text = request.text('body', '');
  try {
    const value: unknown = JSON.parse(text);
    return new Map(Object.entries(value as object).map(([name, inner]: [string, unknown]) => [name, String(inner)]));
  } catch {
    return new Map(new URLSearchParams(text.trim()));
  }
}
