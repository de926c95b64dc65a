import { createHash } from 'node:crypto';
import {
  type AddressProof,
  type AuditEntry,
  awaitsAccount,
  awaitsProof,
  channelOf,
  clockOf,
  type DataRequest,
  type Delivery,
  type FeeCause,
  isReopened,
  MOST_DOWNLOADS,
  MOST_TRANSMISSIONS,
  openCaseFile,
  standingOf,
  UNDECIDED,
  unsearchedTitles,
  viewAnswer,
  viewExtension,
  viewOtherRights,
  viewQuestions,
  type WorkDesk,
} from '@habeas/core';
import { computeDeadlines, dateIn, type LocalDate } from '@habeas/core/law';
import { documentOf } from './document-view.js';
import { receiversOf, transmissionsOf } from './transmissions-view.js';
import type { FollowAction, FollowEvent, FollowView, OpenQuestion, ProveView } from '@habeas/subject-pages';

/** What a request's subject is told of its trail. */
const EVENTS: Readonly<Record<string, FollowEvent>> = {
  'request.open': 'received',
  'request.attest': 'proved',
  'request.confirm': 'proved',
  'request.assembled': 'searched',
  'request.ask': 'asked',
  'request.answer': 'answered',
  'request.extend': 'extended',
  'fee.announce': 'priced',
  'request.release': 'released',
  'delivery.complete': 'downloaded',
  'request.refuse': 'ended',
  'request.cancel': 'ended',
};

interface Kept {
  readonly delivery: Delivery | undefined;
  readonly proof: AddressProof | undefined;
  readonly entries: readonly AuditEntry[];
}

/** What the page of a request is made with. */
export interface FollowHouse {
  readonly desk: WorkDesk;
  /** Of the controllers whose subjects can sign in, by their ids. */
  readonly providers: Pick<ReadonlyMap<string, unknown>, 'has'>;
}

/** Where a request stands, for its subject: nothing of what was found. It has a mark, which is another one as soon as it shows something else. */
export async function followView(house: FollowHouse, request: DataRequest): Promise<FollowView> {
  const { today, ...view } = await standing(house, request);
  return { ...view, today, mark: createHash('sha256').update(JSON.stringify(view)).digest('hex').slice(0, 16) };
}

/** The proof of who asks, as it stands. Says the same whether anything is on record or not. */
export function proveView(house: FollowHouse, request: DataRequest): ProveView {
  const { id, reference } = request;
  return { page: 'prove', request: id, reference, ...(maySignIn(house, request) ? { maySignIn: true } : {}) };
}

/** The same where something can be proved at all; where no code is owed, by signing in alone. */
export async function openProveView(house: FollowHouse, request: DataRequest): Promise<ProveView | undefined> {
  const { proof } = await keptOf(house.desk, request);
  if (isCodeOwed(request, proof)) return proveView(house, request);
  return maySignIn(house, request) ? { ...proveView(house, request), isWithoutCode: true } : undefined;
}

function maySignIn({ providers }: FollowHouse, request: DataRequest): boolean {
  return providers.has(request.controller) && awaitsAccount(request);
}

function isCodeOwed(request: DataRequest, proof: AddressProof | undefined): boolean {
  return proof !== undefined && awaitsProof(request, proof);
}

async function standing(house: FollowHouse, request: DataRequest): Promise<FollowView> {
  const { desk } = house;
  const kept = await keptOf(desk, request);
  const settings = desk.clocks.settingsOf(request.controller);
  const now = desk.clock.now();
  const { received, workBy, limit } = computeDeadlines(clockOf(request, settings), settings, now);
  const question = await openQuestion(desk, request);
  const { delivery } = kept;
  return {
    page: 'follow',
    request: request.id,
    reference: request.reference,
    state: request.state,
    today: dateIn(now, settings.zone),
    receivedOn: received,
    dueOn: workBy,
    legalDueOn: limit.date,
    ...extensionOf(request, desk),
    ...othersOf(request, desk),
    ...passedOnOf(request, settings.zone),
    ...channelShown(request),
    ...(question === undefined ? {} : { question }),
    ...feeOf(request),
    ...releasedOf(request, delivery, settings.zone),
    ...unsearchedOf(desk, request),
    ...(await answerOf(desk, request)),
    events: eventsOf(kept.entries, settings.zone),
    ...documentOf(request),
    ...(await transmissionsOf(desk, request)),
    actions: actionsOf(house, request, kept),
  };
}

async function answerOf(
  desk: WorkDesk,
  request: DataRequest,
): Promise<Pick<FollowView, 'reason' | 'letters' | 'refusedAs' | 'wouldHelp'>> {
  const { zone } = desk.clocks.settingsOf(request.controller);
  const { letters, as, ...reason } = await viewAnswer(desk, request);
  const refused = as === undefined ? reason : { ...reason, refusedAs: as };
  return { ...refused, letters: letters.map(({ at }, index) => ({ number: index + 1, on: dateIn(new Date(at), zone) })) };
}

function keptOf({ store }: WorkDesk, { controller, id }: DataRequest): Promise<Kept> {
  return store.transact(async ({ deliveries, proofs, audit }) => {
    const delivery = await deliveries.get(controller, id);
    const proof = await proofs.lock(controller, id);
    const { items } = await audit.page(controller, { object: { type: 'request', id } }, { first: 100 });
    return { delivery, proof, entries: items.map(({ item }) => item) };
  });
}

function extensionOf(request: DataRequest, desk: WorkDesk): Pick<FollowView, 'extension'> {
  const settings = desk.clocks.settingsOf(request.controller);
  const extension = viewExtension(request, settings);
  if (extension?.holds !== true) return {};
  const { clock: _clock, ...unextended } = request;
  const { workBy } = computeDeadlines(clockOf(unextended, settings), settings, desk.clock.now());
  return { extension: { reason: extension.reason, before: workBy } };
}

function othersOf(request: DataRequest, desk: WorkDesk): Pick<FollowView, 'otherRights'> {
  const settings = desk.clocks.settingsOf(request.controller);
  const tasks = viewOtherRights(request, {}, { settings, at: desk.clock.now() });
  if (tasks.length === 0) return {};
  const otherRights = tasks.map(({ right, dueOn, outcome }) => ({ right, dueOn, isOver: outcome !== undefined }));
  return { otherRights };
}

function passedOnOf({ duties = [] }: DataRequest, zone: string): Pick<FollowView, 'passedOn'> {
  const passedOn = duties.flatMap(({ end }) => (end?.outcome === 'forwarded' ? [dateIn(new Date(end.at), zone)] : []));
  return passedOn.length === 0 ? {} : { passedOn };
}

function channelShown(request: DataRequest): Pick<FollowView, 'channel'> {
  const channel = channelOf(request);
  return channel === 'download' ? {} : { channel };
}

async function openQuestion(desk: WorkDesk, request: DataRequest): Promise<OpenQuestion | undefined> {
  if (request.dataKey === undefined) return undefined;
  const settings = desk.clocks.settingsOf(request.controller);
  const look = { settings, at: desk.clock.now() };
  const open = viewQuestions(request, await openCaseFile(desk.vault, request), look).find(({ isOpen }) => isOpen);
  if (open === undefined) return undefined;
  const { workBy } = computeDeadlines(clockOf(request, settings), settings, look.at);
  return { kind: open.about.kind, text: open.text ?? '', answerBy: workBy };
}

/** A fee that was announced: of what its words say, nothing. */
function feeOf({ fee }: DataRequest): Pick<FollowView, 'fee'> {
  if (fee === undefined) return {};
  const { cause, costs, currency, answerBy } = fee;
  const on = earlierDay(cause);
  const told = { standing: standingOf(fee), for: cause.for, ...(on === undefined ? {} : { on }), costs, currency, answerBy };
  return { fee: told };
}

function earlierDay(cause: FeeCause): LocalDate | undefined {
  if (cause.for === 'further_copy') return cause.firstCopyOn;
  return cause.for === 'excessive' ? cause.lastRequestOn : undefined;
}

function releasedOf(request: DataRequest, delivery: Delivery | undefined, zone: string): Pick<FollowView, 'released'> {
  const link = delivery?.link;
  if (link === undefined || (request.state !== 'released' && !isReopened(request))) return {};
  return { released: { until: dateIn(link.expiresAt, zone), left: MOST_DOWNLOADS - link.completed } };
}

/** What is not looked for any more, in the language of the request. */
function unsearchedOf(desk: WorkDesk, request: DataRequest): Pick<FollowView, 'unsearched'> {
  const unsearched = unsearchedTitles(desk, request, request.language);
  return unsearched.length === 0 ? {} : { unsearched };
}

/** Oldest first, each kind once a day. */
function eventsOf(entries: readonly AuditEntry[], zone: string): FollowView['events'] {
  const told = new Map<string, { readonly on: LocalDate; readonly event: FollowEvent }>();
  for (const { action, at } of entries.toReversed()) {
    const event = EVENTS[action];
    const on = dateIn(at, zone);
    if (event !== undefined) told.set(`${on} ${event}`, { on, event });
  }
  return [...told.values()];
}

function actionsOf(house: FollowHouse, request: DataRequest, { delivery, proof }: Kept): readonly FollowAction[] {
  const { state } = request;
  const isOpen = UNDECIDED.includes(state);
  const isReleased = (state === 'released' || isReopened(request)) && delivery?.link !== undefined;
  return [
    ...(isCodeOwed(request, proof) || maySignIn(house, request) ? (['prove'] as const) : []),
    ...(isReleased ? afterRelease(house.desk, request, delivery) : []),
    ...(isOpen || isReleased ? (['not-me'] as const) : []),
    ...(isOpen ? (['withdraw'] as const) : []),
  ];
}

/** What can be done with an answer. Nothing is sent on of one that was taken back, and where no other controller is listed. */
function afterRelease(
  desk: WorkDesk,
  { controller, transmissions = [] }: DataRequest,
  { link }: Delivery,
): readonly FollowAction[] {
  const isOpen = link?.isRevoked === false && transmissions.length < MOST_TRANSMISSIONS;
  const maySend = isOpen && receiversOf(desk, controller).length > 0;
  return ['renew', ...(maySend ? (['transmit'] as const) : []), 'missing'];
}
