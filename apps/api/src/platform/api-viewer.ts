import type { Permission, Principal, StaffViewer } from '@habeas/core';

/** Who sent a request to the service, proved; and what they may do in the controller they act for. */
export interface ApiViewer extends StaffViewer, Principal {
  /** How they proved it: a browser's session may run trusted documents only (security R22). */
  readonly by: 'session' | 'token';
  readonly permissions: ReadonlySet<Permission>;
  /** All controllers they have a grant in. */
  readonly controllers: readonly string[];
}

/** What every resolver is given. */
export interface ApiContext {
  readonly viewer: ApiViewer;
  /** Ends when the client has gone or the time is over. */
  readonly signal: AbortSignal;
}
