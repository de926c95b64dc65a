import {
  type AccountOutcome,
  type DownloadDoor,
  failAtLink,
  noteFailedSignIn,
  openByAccount,
  type OwnRequest,
  payAtLink,
  payForSignIn,
  proveByAccount,
  type SignInAtLink,
  subjectViewer,
  type WorkDesk,
} from '@habeas/core';
import { OidcFault, type OidcFaultCode } from '../../oidc/oidc-fault.js';
import type { LinkFlow, RequestFlow } from './subject-flow.js';
import type { SubjectProvider } from './subject-provider.js';

/** What came of a sign-in for a request: as core says, or too many of them. */
export type RequestOutcome = AccountOutcome | 'often';

/** What came of one for a link: the door, or that it was used before. */
export type LinkOutcome = DownloadDoor | { readonly outcome: 'over' };

/** Then nobody has shown an account: nothing was looked at that could have been a guess. */
const WITHOUT_ACCOUNT: ReadonlySet<OidcFaultCode> = new Set(['PROVIDER_UNAVAILABLE', 'SIGN_IN_CANCELLED']);

/** Somebody who has come back from a controller's provider. */
export interface ComeBack<Flow> {
  readonly desk: WorkDesk;
  readonly provider: SubjectProvider;
  readonly flow: Flow;
  /** Of the callback. */
  readonly query: string;
}

/** Proves a request by who has come back for it. It counts once. Throws `OidcFault`. */
export async function finishForRequest({ desk, provider, flow, query }: ComeBack<RequestFlow>): Promise<RequestOutcome> {
  const own: OwnRequest = { viewer: subjectViewer(flow.controller), id: flow.request };
  const { issuer } = provider;
  const payment = await payForSignIn(desk, own, { flow: provider.nameOf(flow), follower: flow.follower, issuer });
  if (payment !== 'paid') return payment;
  try {
    return await proveByAccount(desk, own, await provider.accountOf(flow, query));
  } catch (error) {
    if (error instanceof OidcFault) await noteFailedSignIn(desk, own, { why: error.code, issuer });
    throw error;
  }
}

/** Opens a link for who has come back to it. It counts once, and as a claim code does. Throws `OidcFault`. */
export async function finishAtLink({ desk, provider, flow, query }: ComeBack<LinkFlow>): Promise<LinkOutcome> {
  const { controller, link, secretHash } = flow;
  const signIn: SignInAtLink = { controller, link, secretHash, flow: provider.nameOf(flow), issuer: provider.issuer };
  const payment = await payAtLink(desk, signIn);
  if (payment !== 'paid') return { outcome: payment };
  try {
    return await openByAccount(desk, signIn, await provider.accountOf(flow, query));
  } catch (error) {
    if (error instanceof OidcFault) await failAtLink(desk, signIn, { why: error.code, isFree: WITHOUT_ACCOUNT.has(error.code) });
    throw error;
  }
}
