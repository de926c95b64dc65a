import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { gatheredOf } from '../request/gathered.js';
import { notFound, Refused } from '../request/refused.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { requireFreshProof } from '../staff/principal.js';
import { viewProofFacts, withProof } from './proof-facts.js';
import { areKnown, type SaidFact, saidFacts } from './said-facts.js';

/** How often facts can be checked for one request. */
export const FACT_TRIES = 3;

/** Whether what a person said is right. Not which of it: whoever checks learns nothing of what is held. */
export interface FactsCheck {
  readonly isRight: boolean;
  readonly triesLeft: number;
}

/**
 * Compares what a person says with what was found for them, for whoever talks to them (IDV-02, L2): everything is right, or not, and more is
 * not said. Three tries for a request, each paid for before it is looked at and in the trail without values. Throws `Refused`: `NOT_FOUND`;
 * `STEP_UP_REQUIRED` without a fresh proof; `WRONG_STATE` where nothing was found yet, or it is decided; `LIMITED` after three tries;
 * `INVALID_INPUT` for facts that prove nothing, which costs no try.
 */
export async function checkKnownFacts(desk: Desk, viewer: Viewer, id: string, facts: readonly SaidFact[]): Promise<FactsCheck> {
  const request = await desk.store.transact((transaction) => looked(transaction, viewer, id));
  const gathered = await gatheredOf(desk, request);
  const { identifiers } = await openSubjectFile(desk.vault, request);
  const searchedBy = identifiers.filter(({ provedBy }) => provedBy !== undefined).map(({ value }) => value);
  const said = saidFacts(facts, gathered, searchedBy);
  const triesLeft = await desk.store.transact((transaction) => payForTry(transaction, desk, viewer, id));
  const isRight = await areKnown(said, gathered);
  await desk.store.transact((transaction) => note(transaction, { desk, viewer }, { id, isRight, facts: facts.length }));
  return { isRight, triesLeft };
}

async function looked({ requests, now }: Transaction, viewer: Viewer, id: string): Promise<DataRequest> {
  const request = await requests.get(viewer.controller, id);
  if (request === undefined) throw notFound('request');
  requireFreshProof(viewer, now);
  requireFound(request);
  return request;
}

function requireFound({ state, included }: DataRequest): void {
  if (state !== 'awaiting_release') {
    const remedy = 'Check them once its answer waits for its release.';
    throw new Refused('WRONG_STATE', `Nothing can be compared for a request that is ${state.replaceAll('_', ' ')}.`, remedy);
  }
  if (included === 0) throw new Refused('WRONG_STATE', 'Nothing was found that facts could be compared with.');
}

async function payForTry(transaction: Transaction, desk: Desk, viewer: Viewer, id: string): Promise<number> {
  const request = await lockRequest(transaction, viewer, id);
  requireFound(request);
  const facts = viewProofFacts(request);
  const factTries = (facts.factTries ?? 0) + 1;
  if (factTries > FACT_TRIES) {
    throw new Refused('LIMITED', 'Facts were checked three times for this request.', 'Prove it in another way.');
  }
  const trace = { desk, viewer, action: 'identity.facts.try', details: { tries: factTries } };
  await keepChange(transaction, { ...request, proof: { ...facts, factTries } }, trace);
  return FACT_TRIES - factTries;
}

interface Looked {
  readonly id: string;
  readonly isRight: boolean;
  readonly facts: number;
}

async function note(
  transaction: Transaction,
  { desk, viewer }: { readonly desk: Desk; readonly viewer: Viewer },
  { id, isRight, facts }: Looked,
): Promise<void> {
  const request = await lockRequest(transaction, viewer, id);
  requireFound(request);
  const known = viewProofFacts(request);
  const brought = { kind: 'known_facts', at: transaction.now.toISOString(), by: viewer.actor.id } as const;
  const proof = isRight ? withProof(known, brought) : known;
  const details = { isRight, facts };
  await keepChange(transaction, { ...request, proof }, { desk, viewer, action: 'identity.facts', details });
}
