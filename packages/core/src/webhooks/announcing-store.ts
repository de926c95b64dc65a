import type { NewAuditEntry } from '../audit/audit-entry.js';
import type { AuditRows, Store, Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { type Happened, happenedIn } from './happenings.js';
import { queueCall } from './queue-call.js';
import type { WebhookDirectory } from './webhook-call.js';

/** What is told of whom is known from this. */
export interface Announcer extends Pick<Desk, 'ids'> {
  readonly webhooks: WebhookDirectory;
}

/**
 * A store that puts into each transaction what the endpoints of its controller are to be told of it: of what stands in the trail, and in
 * the same transaction. No use case has to think of it, and none can forget it.
 */
export function announcingStore(store: Store, announcer: Announcer): Store {
  return {
    transact: (work) =>
      store.transact(async (transaction) => {
        const entries: NewAuditEntry[] = [];
        const result = await work({ ...transaction, audit: noting(transaction.audit, entries) });
        for (const announced of byRequest(entries)) await announce(transaction, announcer, announced);
        return result;
      }),
    claim: (options) => store.claim(options),
    renew: (claim, leaseMs) => store.renew(claim, leaseMs),
    nextDueAt: () => store.nextDueAt(),
    close: () => store.close(),
  };
}

function noting(audit: AuditRows, entries: NewAuditEntry[]): AuditRows {
  return {
    add: async (entry) => {
      await audit.add(entry);
      entries.push(entry);
    },
    page: (controller, filter, page) => audit.page(controller, filter, page),
  };
}

interface Announced {
  readonly controller: string;
  readonly id: string;
  readonly entries: NewAuditEntry[];
}

/** The entries that are about requests, by the request. */
function byRequest(entries: readonly NewAuditEntry[]): readonly Announced[] {
  const found = new Map<string, Announced>();
  for (const entry of entries) {
    const { controller, object } = entry;
    if (object.type !== 'request') continue;
    const known = found.get(object.id) ?? { controller, id: object.id, entries: [] };
    known.entries.push(entry);
    found.set(object.id, known);
  }
  return [...found.values()];
}

async function announce(transaction: Transaction, announcer: Announcer, { controller, id, entries }: Announced): Promise<void> {
  if (announcer.webhooks.endpointsOf(controller).length === 0) return;
  const request = await transaction.requests.lock(controller, id);
  if (request === undefined) return;
  for (const happened of happenedIn(entries, request.state)) await tellOf(transaction, announcer, request, happened);
}

/** Tells every endpoint that wants to know of it. */
export async function tellOf(
  transaction: Transaction,
  { ids, webhooks }: Announcer,
  request: DataRequest,
  { event, facts }: Happened,
): Promise<void> {
  const common = {
    reference: request.reference,
    receivedAt: request.receivedAt.toISOString(),
    dueAt: request.dueAt.toISOString(),
  };
  for (const endpoint of webhooks.endpointsOf(request.controller)) {
    if (!endpoint.events.has(event)) continue;
    await queueCall(transaction, { ids }, request, { endpoint: endpoint.id, event, facts: { ...common, ...facts } });
  }
}
