import type { LedgerEntry } from '../../findings/findings.js';
import type { Secret } from '@habeas/connector-sdk';
import { isContactNew } from '../../identity/contact-standing.js';
import { mailboxesOnRecord, tellContacts } from '../../identity/record-notice.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { happen } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import { withLedger } from '../clock/with-ledger.js';
import { ledgerLines } from '../ledger-lines.js';
import { addStep } from '../workflow.js';
import { caseOf, type FoundCase, sealFound, searchFor, type SubjectSearch } from './discover-subject.js';
import { keepMemory } from './recall-sources.js';
import { Watch } from './watch.js';

/** Searches all sources for the subject, to the fixpoint; then reading begins, or a human decides about what is doubtful. */
export async function searchStep(context: StepContext): Promise<Commit> {
  const { desk, request, signal } = context;
  const watch = new Watch(context);
  const search = await searchFor(desk, request, { signal, onProgress: watch.listener });
  try {
    const discovery = await search.run.discover();
    signal.throwIfAborted();
    const counts = { included: discovery.included.length, queued: discovery.queued.length };
    const isNew = isContactNew(discovery, search.identifiers);
    const found = { found: caseOf(discovery), isNew, onRecord: mailboxesOnRecord(discovery), ...counts };
    return await settled(context, found, { search, ledger: discovery.ledgerSoFar() });
  } finally {
    await search.run.close();
  }
}

/** What a search changes in its request. */
interface Settling extends Pick<DataRequest, 'included' | 'queued'> {
  readonly found: FoundCase;
  /** Whether the contact is new, where that was looked at. */
  readonly isNew?: boolean;
  /** The mailboxes on the records that are included, where they were looked at. */
  readonly onRecord?: readonly Secret<string>[];
}

/** The search, and the ledger that it came to. */
interface Settled {
  readonly search: SubjectSearch;
  readonly ledger: readonly LedgerEntry[];
}

/** Remembers what was found; then reading begins, or a human decides. */
export async function settled(
  context: StepContext,
  { found, isNew, onRecord = [], ...counts }: Settling,
  { search, ledger }: Settled,
): Promise<Commit> {
  const { desk, claim } = context;
  const searchMemory = await keepMemory(context, search.memory(ledger));
  return async (transaction, request) => {
    const viewer = { actor: systemActor(claim.worker), controller: request.controller };
    const caseFile = await sealFound(desk.vault, request, found);
    const told = await tellContacts(transaction, request, onRecord, { desk, viewer });
    const contacts = isNew === undefined ? {} : { contacts: { ...request.contacts, ...told.contacts, isNew } };
    const dated = withLedger(desk, request, { ledger: ledgerLines(search.timed(ledger)), now: transaction.now });
    const fields = { ...counts, ...told, ...contacts, ...dated, searchMemory, caseFile };
    const event = fields.queued > 0 ? 'matches-doubtful' : 'matches-settled';
    const details = { included: fields.included, queued: fields.queued };
    const changed = await happen(transaction, request, { event, viewer, desk }, { fields, details });
    if (event === 'matches-settled') await addStep(transaction, desk, changed, { kind: 'gather' });
  };
}
