import type { Secret } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';
import type { Http, HttpRequest } from '../http/http.js';

/** Signs requests. */
export interface Authenticator {
  /** The request with what shows that it may be sent. Asks for a token first where none is at hand, and fails as that does. */
  sign(request: HttpRequest, signal: AbortSignal): Promise<HttpRequest>;
  /**
   * After the vendor refused a request that was signed: gets new credentials, once for all who wait for them, and not at all where
   * that happened since. `false` where there is nothing to renew. Fails with `auth` where the vendor gives none.
   */
  renew(refused: HttpRequest, signal: AbortSignal): Promise<boolean>;
  /** Where the API is, if the vendor tells it with the token; always at a declared origin. */
  baseUrl(signal: AbortSignal): Promise<URL | undefined>;
}

/** What signing needs beside the scheme. */
export interface AuthContext {
  readonly http: Http;
  readonly clock: Clock;
  /** Of the session: what is asked for many is not cancelled by one. */
  readonly signal: AbortSignal;
  /** A refresh token was replaced: it has to be kept, for the old one is worth nothing any more. What fails here fails the request. */
  readonly onRotated?: (refreshToken: Secret<string>) => void | Promise<void>;
}
