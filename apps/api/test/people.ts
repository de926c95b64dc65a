import { randomBytes } from 'node:crypto';
import { type Permission, TOKEN_SCOPES } from '@habeas/core';
import { DOCUMENTS } from '../src/client/documents.js';
import type { Role } from '../src/client/operations.generated.js';
import { accepted, ServiceClient } from '../src/client/service-client.js';
import { Officer } from '../src/demo/officer.js';
import type { ServiceHouse } from './house.js';

/** An account that was made for somebody. */
export interface Invited {
  readonly id: string;
  readonly login: string;
  readonly code: string;
}

/** Makes an account in the controller that the officer acts for. */
export async function invite({ client }: Officer, ...roles: readonly Role[]): Promise<Invited> {
  const input = { login: `p${randomBytes(6).toString('hex')}`, displayName: 'Somebody', roles };
  const { member: invited, oneTimeCode } = accepted((await client.run('addStaff', { input })).addStaff);
  return { id: invited.id, login: invited.login, code: oneTimeCode };
}

/** Somebody with these roles in the controller that the officer acts for, signed in with both factors. */
export async function member(
  house: ServiceHouse,
  officer: Officer,
  controller: string,
  ...roles: readonly Role[]
): Promise<Member> {
  const { id, code } = await invite(officer, ...roles);
  return { id, client: (await Officer.invited({ url: house.url, code, controller })).client };
}

/** Somebody, by the id of their account, and what they ask with. */
export interface Member {
  readonly id: string;
  readonly client: ServiceClient;
}

/** A token for a program, with all scopes if none are named. */
export async function tokenOf(
  { client }: Officer,
  scopes: readonly Permission[] = TOKEN_SCOPES,
): Promise<Member & { readonly token: string }> {
  const input = { name: 'A program', scopes, days: 1 };
  const { token, description } = accepted((await client.run('createToken', { input })).createToken);
  return { id: description.id, token, client: new ServiceClient(client.url, { token }) };
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
    readonly error?: { readonly code: string };
  };
}

/** Sends one of the documents, and gives the answer as it came. */
export async function ask(client: ServiceClient, document: keyof typeof DOCUMENTS, variables: object): Promise<RawAnswer> {
  const body = JSON.stringify({ query: DOCUMENTS[document], variables });
  const response = await client.send('/graphql', { method: 'POST', body });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as RawAnswer['body'],
  };
}
