import { type Identifier, toIdentifier } from '@habeas/connector-sdk';
import type { AuditEntry } from '../audit/audit-entry.js';
import type { ProofTerms } from '../proof/proof-standing.js';
import type { Store, Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { notFound } from '../request/refused.js';
import { openCaseFile, openSubjectFile } from '../request/sealed-files.js';
import { requireFreshProof } from '../staff/principal.js';
import { type BundleFacts, bundleFacts, type KeyedIdentifier } from './bundle-facts.js';
import { everyItem } from './every-item.js';

/** What is known of a controller that a bundle names it by. */
export interface BundleHouse {
  readonly name: string;
  readonly terms: ProofTerms;
  /** A keyed hash of an identifier, under the controller's own key. */
  readonly keyed: (identifier: Identifier) => string;
}

/** What bundles are gathered with. */
export interface BundleDesk extends Pick<Desk, 'store' | 'vault' | 'ids' | 'clocks'> {
  readonly sources: Pick<Desk['sources'], 'phoneRegionOf'>;
}

/** How a bundle is asked for. */
export interface BundleWish {
  /** Whether the reasons of decisions are in it, word by word: they may name people, so that needs a fresh proof of the person. */
  readonly withReasons: boolean;
}

/** The facts of a bundle, and the entry of the trail that says that it was made: the last one that has to be in it. */
export interface GatheredBundle {
  readonly facts: BundleFacts;
  readonly entry: string;
}

/**
 * The facts of one request for an authority (LOG-05): of any state, also after it was shredded, as far as they are kept. That they were
 * taken is in the trail first. Throws `Refused`: `NOT_FOUND`, and `STEP_UP_REQUIRED` for reasons without a fresh proof (security R30).
 */
export async function gatherBundle(
  desk: BundleDesk,
  viewer: Viewer,
  id: string,
  { withReasons, house }: BundleWish & { readonly house: BundleHouse },
): Promise<GatheredBundle> {
  const entry = desk.ids.next('aud');
  const { request, now } = await desk.store.transact(async (transaction) => {
    const found = await transaction.requests.get(viewer.controller, id);
    if (found === undefined) throw notFound('request');
    if (withReasons) requireFreshProof(viewer, transaction.now);
    await note(transaction, viewer, { entry, id, withReasons });
    return { request: found, now: transaction.now };
  });
  const look = { settings: desk.clocks.settingsOf(request.controller), at: now };
  const reasons = withReasons && request.dataKey !== undefined ? (await openCaseFile(desk.vault, request)).decisions : undefined;
  const facts = bundleFacts({
    ...{ request, look, by: viewer.actor.id, controllerName: house.name, terms: house.terms },
    identifiers: await identifiersOf(desk, request, house),
    ...(reasons === undefined ? {} : { reasons }),
  });
  return { facts, entry };
}

function note(
  { audit }: Transaction,
  viewer: Viewer,
  { entry, id, withReasons }: BundleWish & { readonly entry: string; readonly id: string },
): Promise<void> {
  return audit.add({
    id: entry,
    controller: viewer.controller,
    actor: viewer.actor,
    action: 'evidence.export',
    object: { type: 'request', id },
    outcome: 'done',
    details: { reasons: withReasons },
  });
}

async function identifiersOf(
  { vault, sources }: Pick<BundleDesk, 'vault' | 'sources'>,
  request: DataRequest,
  { keyed }: BundleHouse,
): Promise<readonly KeyedIdentifier[]> {
  if (request.dataKey === undefined) return request.identifierKinds.map((kind) => ({ kind, isProved: false }));
  const { identifiers } = await openSubjectFile(vault, request);
  const phoneRegion = sources.phoneRegionOf(request.controller);
  return identifiers.map(({ kind, value, namespace, provedBy }): KeyedIdentifier => {
    const known = { kind, isProved: provedBy !== undefined };
    const identifier = toIdentifier(kind, value, {
      ...(namespace === undefined ? {} : { namespace }),
      ...(phoneRegion === undefined ? {} : { phoneRegion }),
    });
    return identifier === undefined ? known : { ...known, keyed: keyed(identifier) };
  });
}

/** An entry that has its place in the chain. */
export type PlacedEntry = AuditEntry & Required<Pick<AuditEntry, 'sequence'>>;

/** Everything that the trail says of a request, in the order of the chain: waiting entries are not in it. */
export async function entriesOf(
  store: Pick<Store, 'transact'>,
  { controller, id }: Pick<DataRequest, 'controller' | 'id'>,
): Promise<readonly PlacedEntry[]> {
  const entries: PlacedEntry[] = [];
  const object = { type: 'request', id };
  for await (const entry of everyItem((query) => store.transact(({ audit }) => audit.page(controller, { object }, query)))) {
    if (isPlaced(entry)) entries.push(entry);
  }
  return entries.sort((left, right) => left.sequence - right.sequence);
}

function isPlaced(entry: AuditEntry): entry is PlacedEntry {
  return entry.sequence !== undefined;
}
