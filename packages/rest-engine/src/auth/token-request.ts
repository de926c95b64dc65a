import type { HttpRequest } from '../http/http.js';
import type { SchemeOf } from './auth-schema.js';
import { basicCredentials } from './fixed.js';

type TokenScheme = SchemeOf<'client-credentials' | 'refresh-token' | 'jwt-bearer'>;

/** The question for a token: what is asked in which grant, as a form. */
export function tokenRequest(scheme: TokenScheme, grant: Readonly<Record<string, string>>): HttpRequest {
  const more = Object.entries(scheme.parameters).map(([name, value]) => [name, value.reveal()]);
  const { headers, parameters } = clientOf(scheme);
  const form = new URLSearchParams({ ...grant, ...parameters, ...(Object.fromEntries(more) as Record<string, string>) });
  return {
    label: TOKEN_LABEL,
    method: 'POST',
    url: new URL(scheme.tokenUrl.reveal()),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: form.toString(),
  };
}

/** How messages name the question for a token. */
export const TOKEN_LABEL = 'the token';

function clientOf(scheme: TokenScheme): {
  readonly headers: Record<string, string>;
  readonly parameters: Record<string, string>;
} {
  if (scheme.type === 'jwt-bearer') return { headers: {}, parameters: {} };
  const id = scheme.clientId.reveal();
  const secret = scheme.clientSecret?.reveal();
  if (scheme.clientIn === 'body' || secret === undefined) {
    return { headers: {}, parameters: { client_id: id, ...(secret !== undefined && { client_secret: secret }) } };
  }
  return { headers: { authorization: basicCredentials(id, secret) }, parameters: {} };
}
