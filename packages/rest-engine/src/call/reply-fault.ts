import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';
import type { HttpReply } from '../http/http.js';
import { retryAfterMs, waitMs } from '../http/waits.js';
import type { Responses } from './responses-schema.js';

const WORDS: Readonly<Record<ErrorClass, readonly [what: string, remedy?: string]>> = {
  auth: ['the source refused the credentials', 'Check the credentials of the source, and that they are still in force.'],
  permission: [
    'the source does not let these credentials read it',
    'Give them the right to read it, as the connector’s page says.',
  ],
  'not-found': ['the source has nothing at this address', 'Check the settings of the source: its address, and the ids in them.'],
  throttle: ['the source says that requests come too fast'],
  quota: ['a budget of the source is used up', 'Wait until the source renews it, or have it raised.'],
  transient: ['the source failed'],
  contract: ['the source does not understand the request, or answers in a way that the connector does not know'],
  egress: ['the request leads to where the connector may not go'],
  aborted: ['the request was cancelled'],
};

/** The error that a reply of this class is, with how long the source says to wait. Nothing of the reply's body is told. */
export function replyFault(
  errorClass: ErrorClass,
  label: string,
  { reply, responses, now }: { readonly reply: HttpReply; readonly responses: Responses; readonly now: number },
): ConnectorError {
  const [what, remedy] = WORDS[errorClass];
  const retryAfter = toldWait(reply, responses, now);
  return new ConnectorError(errorClass, `${label}: ${what} (status ${reply.status}).`, {
    ...(remedy !== undefined && { remedy }),
    ...(retryAfter !== undefined && { retryAfterMs: retryAfter }),
  });
}

/** What the first header that says something says. A wait of nothing is none: the source has just refused. */
function toldWait(reply: HttpReply, { wait }: Responses, now: number): number | undefined {
  const told = [
    retryAfterMs(reply.header('retry-after'), now),
    ...wait.map(({ header, holds }) => waitMs(reply.header(header), holds, now)),
  ];
  return told.find((one) => one !== undefined && one > 0);
}
