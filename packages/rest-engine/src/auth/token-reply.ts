import { ConnectorError, Secret, type ErrorClass, type JsonValue } from '@habeas/connector-sdk';
import { egress } from '../http/faults.js';
import type { Http, HttpReply } from '../http/http.js';
import { parseJson } from '../http/parse-json.js';
import { retryAfterMs } from '../http/waits.js';
import type { Token } from './token-keeper.js';

/** A token's answer, read. */
export interface TokenReply extends Token {
  /** The refresh token that takes the place of the one that was used. */
  readonly refreshToken?: Secret<string> | undefined;
}

/** What tokens are read with. */
export interface TokenReading {
  readonly label: string;
  readonly now: number;
  readonly http: Http;
  /** The key that tells where the API is. */
  readonly baseUrlFrom?: string | undefined;
}

/**
 * Reads a token (RFC 6749 § 5.1). Throws `auth` where the vendor gives none (§ 5.2), `throttle` and `transient` where it may do so
 * later, `contract` where the answer is none, and `egress` where it says that the API is where the connector may not go.
 */
export async function readTokenReply(reply: HttpReply, reading: TokenReading): Promise<TokenReply> {
  const { label, now } = reading;
  const text = await reply.text();
  if (reply.status !== 200) throw refusal(reply, reading);
  const body = parseJson(text, label);
  const token = textAt(body, 'access_token');
  if (token === undefined) throw new ConnectorError('contract', `${label}: the answer holds no access_token.`);
  const refreshToken = textAt(body, 'refresh_token');
  return {
    text: new Secret(token),
    expiresAt: now + lifetimeOf(body),
    baseUrl: baseUrlOf(body, reading),
    refreshToken: refreshToken === undefined ? undefined : new Secret(refreshToken),
  };
}

function refusal(reply: HttpReply, { label, now }: TokenReading): ConnectorError {
  const { status } = reply;
  const errorClass = refusalClass(status);
  const waitMs = retryAfterMs(reply.header('retry-after'), now);
  return new ConnectorError(errorClass, `${label}: the source gave no token, but status ${status}.`, {
    ...(errorClass === 'auth' && { remedy: 'Check the client’s id and secret, or the key, and that they are still in force.' }),
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
  });
}

function refusalClass(status: number): ErrorClass {
  if (status === 429) return 'throttle';
  if (status === 408 || status >= 500) return 'transient';
  return status === 400 || status === 401 || status === 403 ? 'auth' : 'contract';
}

/** In milliseconds; some vendors write the number as text. Without one, the token holds until it is refused. */
function lifetimeOf(body: JsonValue): number {
  const seconds = Number(valueAt(body, 'expires_in') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : Number.POSITIVE_INFINITY;
}

function baseUrlOf(body: JsonValue, { label, http, baseUrlFrom }: TokenReading): URL | undefined {
  if (baseUrlFrom === undefined) return undefined;
  const told = textAt(body, baseUrlFrom);
  if (told === undefined || !URL.canParse(told))
    throw new ConnectorError('contract', `${label}: the answer holds no ${baseUrlFrom}.`);
  const url = new URL(told);
  if (http.standingOf(url) === 'api') return url;
  throw egress(
    label,
    'the source says that its API is where the connector may not go',
    'Check the base URL that the source is configured with.',
  );
}

function textAt(body: JsonValue, key: string): string | undefined {
  const value = valueAt(body, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function valueAt(body: JsonValue, key: string): JsonValue | undefined {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, key)
    ? (body as Record<string, JsonValue>)[key]
    : undefined;
}
