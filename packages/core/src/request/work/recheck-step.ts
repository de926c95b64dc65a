import type { SourceBinding } from '../../discovery/source.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { beginSearch } from '../begin-search.js';
import { keepChange } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import { giveUp, giveUpLate, isPastEnd } from '../give-up.js';
import { outstandingSources } from '../given-answer.js';
import { addRecheck } from '../recheck.js';

/**
 * Looks whether a source is back that was missing in an answer that went out: its search begins, for an addition to that answer. Where none
 * is, it is looked again later, until the answer expires; then it is given up, and the subject is told. After its end nothing begins any more.
 */
export async function recheckStep(context: StepContext): Promise<Commit> {
  const { desk, request, claim } = context;
  const back = await firstBack(context, missingIn(request, desk.sources.bindingsOf(request.controller)));
  return async (transaction, current) => {
    const viewer = { actor: systemActor(claim.worker), controller: current.controller };
    if (isPastEnd(current, transaction.now)) {
      await giveUpLate(transaction, current, { desk, viewer });
      return;
    }
    if (back !== undefined) {
      await beginSearch(transaction, current, { event: 'retry', viewer, desk, only: back });
      return;
    }
    const trace = { desk, viewer, action: 'addition.wait', details: { missing: outstandingSources(current.ledger) } };
    const waiting = await keepChange(transaction, { ...current, rounds: current.rounds + 1 }, trace);
    if (!(await addRecheck(transaction, desk, waiting))) await giveUp(transaction, waiting, { desk, viewer });
  };
}

/** The sources that were missing and are not people: their tasks bring the request back by themselves. */
function missingIn({ ledger }: DataRequest, bindings: readonly SourceBinding[]): readonly SourceBinding[] {
  const missing = outstandingSources(ledger);
  return bindings.filter(({ description, manual }) => manual === undefined && missing.includes(description.id));
}

async function firstBack(context: StepContext, bindings: readonly SourceBinding[]): Promise<string | undefined> {
  for (const binding of bindings) if (await isBack(binding, context)) return binding.description.id;
  return undefined;
}

/** Whether all of its collections that were missing can be searched; whatever it throws says that they cannot. */
async function isBack({ description, open }: SourceBinding, { request, signal }: StepContext): Promise<boolean> {
  const missing = request.ledger.filter(({ source, blocking }) => blocking && source === description.id);
  const health = await open(signal).then(
    async (session) => {
      const checked = await session.check().catch(() => undefined);
      await session.close();
      return checked;
    },
    () => undefined,
  );
  signal.throwIfAborted();
  if (health === undefined) return false;
  const ill = new Set(health.collections.filter(({ status }) => status !== 'ok').map(({ collection }) => collection));
  return !missing.some(({ collection }) => ill.has(collection));
}
