import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '@habeas/core';
import { randomIds } from '../composition/random-ids.js';
import type { DurableStore } from '../persistence/index.js';

/** Something an operator does, as the trail names it. No person is known here: it is whoever may run commands on this machine. */
export interface OperatorAct {
  readonly action: `keys.${string}` | `store.${string}` | `trail.${string}`;
  readonly object: { readonly type: 'key' | 'store'; readonly id: string };
  readonly details?: JsonObject;
}

/** Adds an entry to the trail, before what it tells of is done: an entry too many is better than one that is missing. */
export function noteOperation(store: DurableStore, act: OperatorAct): Promise<void> {
  return store.transact((transaction) => note(transaction, act));
}

function note({ audit }: Transaction, { action, object, details = {} }: OperatorAct): Promise<void> {
  return audit.add({
    id: randomIds.next('aud'),
    controller: '*',
    actor: { kind: 'system', id: 'operator' },
    outcome: 'done',
    ...{ action, object, details },
  });
}
