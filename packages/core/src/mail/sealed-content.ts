import { Secret } from '@habeas/connector-sdk';
import type { RequestVault } from '../ports/request-vault.js';
import type { DataRequest } from '../request/data-request.js';
import { keyOf } from '../request/sealed-files.js';
import type { Message, MessageContent, MessageFacts, NewMessage } from './message.js';

interface SealedContent {
  readonly to: string;
  readonly facts: MessageFacts;
}

/** Seals to whom a message goes and what it tells under the data key of its request. */
export function sealContent(vault: RequestVault, request: DataRequest, id: string, { to, facts }: NewMessage): Promise<string> {
  const content: SealedContent = { to: to.reveal(), facts };
  return vault.seal(keyOf(request), fieldOf(id), JSON.stringify(content));
}

/** To whom a waiting message goes, and what it tells. */
export async function openContent(
  vault: RequestVault,
  request: DataRequest,
  { id, kind, sealed = '' }: Message,
): Promise<MessageContent & { readonly to: Secret<string> }> {
  const { to, facts } = JSON.parse(await vault.open(keyOf(request), fieldOf(id), sealed)) as SealedContent;
  // The facts were checked against the kind when they were sealed
  return { kind, facts, to: new Secret(to) } as MessageContent & { readonly to: Secret<string> };
}

function fieldOf(id: string): string {
  return `message ${id}`;
}
