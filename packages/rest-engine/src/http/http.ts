/** One request, encoded already. */
export interface HttpRequest {
  /** Names it in messages, as the manifest does: `contacts.search`. Paths and queries may hold personal data, and are never shown. */
  readonly label: string;
  /** `POST` only for a search that the vendor offers no other way: nothing is ever written. */
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * What came back, whatever its status. The body is taken once, by exactly one of the three; until then the connection stays
 * open. Taking it fails with `transient` where it breaks off, and with `contract` where it is larger than allowed.
 */
export interface HttpReply {
  readonly status: number;
  /** By its name in any letter case; several of one name are joined by commas. */
  header(name: string): string | undefined;
  /** The whole body as text, decompressed and decoded. */
  text(): Promise<string>;
  /** The body as it comes, decompressed. For files: of any size, but for how much may come of how little. */
  bytes(): AsyncIterable<Uint8Array>;
  /** Leaves the body where it is. */
  discard(): Promise<void>;
}

/** What a URL is to a connector: its API, a host that only serves files (and is sent no credentials), or none of its business. */
export type Standing = 'api' | 'files' | 'foreign';

/** HTTP that reaches declared origins only. */
export interface Http {
  /**
   * Sends one request, once, and follows up to three redirects that stay on its origin or lead to a host of files. Fails with
   * `egress` where it would reach anything else, `transient` where the source cannot be reached, `aborted` with the signal.
   */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpReply>;
  standingOf(url: URL): Standing;
  /** Ends every connection. What is in the middle of something fails. */
  close(): Promise<void>;
}

/** How much is borne with. Times are in milliseconds, sizes in bytes. */
export interface HttpLimits {
  readonly connectMs: number;
  /** Without a byte, before the reply as within it. */
  readonly idleMs: number;
  readonly headerBytes: number;
  /** Of a body that is taken as text, decompressed. */
  readonly textBytes: number;
  /** How much may come out of one byte of a compressed body; bodies that stay small are not judged. */
  readonly ratio: number;
  readonly redirects: number;
}

/** What holds where nobody says otherwise. */
export const DEFAULT_LIMITS: HttpLimits = {
  connectMs: 10_000,
  idleMs: 60_000,
  headerBytes: 1_000_000,
  textBytes: 100_000_000,
  ratio: 100,
  redirects: 3,
};
