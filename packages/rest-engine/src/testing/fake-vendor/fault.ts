/** What a vendor can answer instead of what it should. */
export type Fault =
  /** Another reply. */
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  /** The right reply, cut after half of its body: the connection breaks, or the text ends as if it were whole. */
  | { readonly kind: 'reset' | 'truncated' }
  /** The headers of the right reply, and then nothing. */
  | { readonly kind: 'hang' };

/** A refusal with this status, in JSON. */
export function refusal(status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return { kind: 'reply', status, headers, body: '{"error":"refused"}' };
}

/** A page for people where JSON should be, as proxies send it. */
export const HTML_PAGE: Fault = {
  kind: 'reply',
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Maintenance</title>',
};
