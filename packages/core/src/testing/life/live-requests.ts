import type { AuditEntry } from '../../audit/audit-entry.js';
import type { Message } from '../../mail/message.js';
import { StaleVersion } from '../../ports/store.js';
import type { DataRequest } from '../../request/data-request.js';
import { PERSONAL_FIELDS } from '../../request/guards.js';
import { Refused } from '../../request/refused.js';
import { LifeDice } from './dice.js';
import { arrowOf } from './life-drawing.js';
import { type LifeFindings, LifeTally } from './life-findings.js';
import { BEGINNINGS, drawn } from './live-actions.js';
import { type LiveHouse, liveHouse } from './live-house.js';
import type { RequestEvent } from '../../request/transitions.js';

const MOST_ACTIONS = 24;
/** No life has so many. */
const MOST_ENTRIES = 100;
/** Longer than anything is kept. */
const LONG_MS = 100 * 86_400_000;
/** So often: what is released by itself at the end of one ends in the next. */
const AGES = 3;
/** How long a key is known (30 days), with a margin. */
const KEY_MS = 29 * 86_400_000;
const ENDS: Readonly<Record<string, Message['kind']>> = {
  'request.refuse': 'refused',
  'request.cancel': 'closed',
  'request.release': 'archive_ready',
};

/** What is made of a house before a life begins in it: nothing, or something that is wrong on purpose. */
export type Crooked = (house: LiveHouse) => LiveHouse;

/**
 * Lives of requests on the real desk, with its steps, its mail and its time, in memory. Whatever is done, at the right time or not, what the
 * store holds afterwards is judged from outside: by the drawing, and by what the trail says.
 */
export async function liveRequests(sequences: number, seed: number, crooked: Crooked = (house) => house): Promise<LifeFindings> {
  const tally = new LifeTally();
  for (let sequence = 1; sequence <= sequences; sequence += 1) {
    const dice = new LifeDice(seed + sequence * 7_919);
    const house = crooked(await liveHouse(dice));
    await liveOne(house, dice, { tally, sequence });
    await house.stop();
  }
  return tally.findings(sequences);
}

interface Judging {
  readonly tally: LifeTally;
  readonly sequence: number;
}

async function liveOne(house: LiveHouse, dice: LifeDice, judging: Judging): Promise<void> {
  const begin = dice.one(BEGINNINGS);
  const { id } = await begin(house);
  let before = await bookOf(house, id);
  for (let number = 0; number < MOST_ACTIONS; number += 1) {
    const [name, action] = drawn(dice);
    const thrown = await action({ house, id, dice }).then(
      () => undefined,
      (error: unknown) => error,
    );
    before = judge({ name, thrown }, before, await bookOf(house, id), judging);
  }
  await judgeRepetition(house, begin, before, judging);
  await judgeEnd(house, before, judging);
}

/** Everything that is kept of a request. */
interface Book {
  readonly request: DataRequest;
  /** Of the request, oldest first. */
  readonly trail: readonly AuditEntry[];
  readonly messages: readonly Message[];
}

function bookOf({ store }: LiveHouse, id: string): Promise<Book> {
  return store.transact(async ({ requests, audit, messages }) => {
    const request = await requests.get('club', id);
    const { items } = await audit.page('club', { object: { type: 'request', id } }, { first: MOST_ENTRIES });
    const trail = items.map(({ item }) => item).reverse();
    return { request: request!, trail, messages: await messages.of('club', id) };
  });
}

interface Done {
  readonly name: string;
  readonly thrown: unknown;
}

function judge({ name, thrown }: Done, before: Book, after: Book, { tally, sequence }: Judging): Book {
  const fresh = after.trail.slice(before.trail.length);
  const moves = movesIn(before.request, fresh);
  for (const { from, event, to } of moves) tally.count(from, event, to);
  if (thrown !== undefined) tally.count(before.request.state, name, undefined);
  tally.check(inLife(sequence, `${name} of ${before.request.state} to ${after.request.state}`), {
    'its trail is read whole': after.trail.length < MOST_ENTRIES,
    'each move is an arrow of the drawing, by who may': moves.every(isDrawn),
    'the moves of the trail lead to where it is':
      [before.request, ...moves.map(({ to: state }) => ({ state }))].at(-1)?.state === after.request.state,
    'nothing is released against an open ledger without a reason': fresh.every(isSettled),
    'whoever releases is an officer, or it goes by itself with nothing missing': fresh.every(isReleasedRightly),
    'each refusal is a person’s, on a ground of the law, or of somebody who has not proved that they ask (OUT-03)': fresh.every(
      (entry) => isRefusedRightly(entry, before.request),
    ),
    'each end was told, or it is kept that it could not be (IDV-08)': fresh.every((entry) => isTold(entry, after)),
    'what is shredded keeps nothing': after.request.state !== 'shredded' || isEmpty(after),
    ...(thrown === undefined ? doneFacts(name, before, after) : refusedFacts(thrown, before, after)),
  });
  return after;
}

function doneFacts(name: string, before: Book, after: Book): Readonly<Record<string, boolean>> {
  const entries = after.trail.slice(before.trail.length).filter((entry) => !isRefused(entry)).length;
  // The work notes between two events where its reading has come to
  return {
    'each version has its entry in the trail': name === 'work' || after.request.version - before.request.version <= entries,
  };
}

function isRefused({ outcome }: Book['trail'][number]): boolean {
  return outcome === 'refused';
}

function refusedFacts(thrown: unknown, before: Book, after: Book): Readonly<Record<string, boolean>> {
  const isSame = after.request.version === before.request.version && after.messages.length === before.messages.length;
  const fresh = after.trail.slice(before.trail.length);
  return {
    'what is thrown is a refusal': thrown instanceof Refused,
    'what is refused has changed nothing': isSame && fresh.every(isRefused),
  };
}

interface Move {
  readonly from: DataRequest['state'];
  readonly event: RequestEvent;
  readonly to: DataRequest['state'];
  readonly kind: AuditEntry['actor']['kind'];
  readonly back: DataRequest['resumesIn'];
}

/** The entries that tell a state, each with the state before it. */
function movesIn({ state, resumesIn }: DataRequest, trail: readonly AuditEntry[]): readonly Move[] {
  let [from, back] = [state, resumesIn];
  return trail.flatMap(({ action, details, actor }) => {
    const to = details['state'] as DataRequest['state'] | undefined;
    if (to === undefined || !action.startsWith('request.')) return [];
    const move = { from, to, event: action.slice('request.'.length) as RequestEvent, kind: actor.kind, back };
    if (move.event === 'pause') back = from;
    from = to;
    return [move];
  });
}

function isDrawn({ from, event, to, kind, back }: Move): boolean {
  const arrow = arrowOf(from, event);
  return arrow.by.includes(kind) && to === (arrow.to === '*' ? back : arrow.to);
}

function isSettled({ action, details }: AuditEntry): boolean {
  return action !== 'request.release' || [details['complete'], details['reason']].includes(true);
}

function isReleasedRightly({ action, actor, details }: AuditEntry): boolean {
  if (action !== 'request.release') return true;
  return actor.kind === 'staff' || (details['automatic'] === true && details['complete'] === true);
}

/** In other words than the code's: here nobody acts for another, and only an address that is new, or an objection, takes more than one proof. */
function isRefusedRightly({ action, actor, details }: AuditEntry, before: DataRequest): boolean {
  if (action !== 'request.refuse') return true;
  const { ground, as } = details;
  const rests = as === 'identity_not_proved' ? isUnproved(before) : typeof (ground ?? as) === 'string';
  return actor.kind === 'staff' && rests;
}

function isUnproved({ proof, contacts }: DataRequest): boolean {
  const { brought } = proof ?? { brought: [] };
  return brought.length === 0 || contacts?.isNew === true || contacts?.objectedAt !== undefined;
}

/** Whether a message of the kind of an end was queued, or kept as one that reached nobody. */
function isTold({ action, at }: AuditEntry, { trail }: Book): boolean {
  const kind = ENDS[action];
  const told = ['message.queue', 'message.fail'];
  return kind === undefined || trail.some((each) => told.includes(each.action) && each.details['kind'] === kind && each.at >= at);
}

function isEmpty({ request, messages }: Book): boolean {
  return PERSONAL_FIELDS.every((field) => request[field] === undefined) && messages.length === 0;
}

function inLife(sequence: number, where: string): () => string {
  return () => `life ${String(sequence)}: ${where}`;
}

/** The same call with the same key opens nothing again, and a change from an older version is refused. */
async function judgeRepetition(
  house: LiveHouse,
  begin: (typeof BEGINNINGS)[number],
  before: Book,
  { tally, sequence }: Judging,
): Promise<void> {
  const { id, version, createdAt } = before.request;
  if (house.desk.clock.now().getTime() - createdAt.getTime() > KEY_MS) return;
  const changing = house.store.transact(({ requests }) => requests.change({ ...before.request, version }));
  const [[again], [stale]] = await Promise.all([Promise.allSettled([begin(house)]), Promise.allSettled([changing])]);
  const { request } = await bookOf(house, id);
  const count = await house.store.transact(async ({ requests }) => (await requests.page('club', {}, { first: 2 })).total);
  tally.check(inLife(sequence, 'what comes twice'), {
    'it is the same request, or refused': again.status === 'fulfilled' ? again.value.id === id : again.reason instanceof Refused,
    'nothing is opened again': count === 1,
    'nothing has changed': request.version === version && request.state === before.request.state,
    'a stale version is refused': stale.status === 'rejected' && stale.reason instanceof StaleVersion,
  });
}

/** When all time is over, whatever was decided is shredded, once, and whoever was to be told was told or it is noted. */
async function judgeEnd(house: LiveHouse, before: Book, { tally, sequence }: Judging): Promise<void> {
  const { id } = before.request;
  for (let age = 0; age < AGES; age += 1) {
    house.pass(LONG_MS);
    while (await house.work(id));
  }
  const { request, trail } = await bookOf(house, id);
  const isDecided = ['released', 'refused', 'cancelled', 'shredded'].includes(request.state);
  const queued = trail.filter(({ action }) => action === 'message.queue').map(({ details }) => details['message']);
  const ended = new Set(
    trail.filter(({ action }) => /^message\.(?:send|fail)$/u.test(action)).map(({ details }) => details['message']),
  );
  const steps = await house.store.transact(({ steps: rows }) => rows.of('club', id));
  tally.check(inLife(sequence, `at the end, ${request.state}`), {
    'what was decided is shredded': !isDecided || request.state === 'shredded',
    'it is shredded once': trail.filter(({ action }) => action === 'request.shred').length <= 1,
    'nothing is stored of what is shredded': request.state !== 'shredded' || house.vault.stored().length === 0,
    'no message of what is shredded is unaccounted for':
      request.state !== 'shredded' || queued.every((message) => ended.has(message)),
    'no step of what is shredded is left':
      request.state !== 'shredded' || steps.every(({ state }) => state === 'done' || state === 'cancelled'),
  });
}
