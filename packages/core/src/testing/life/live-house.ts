import { ConnectorError } from '@habeas/connector-sdk';
import type { SourceBinding } from '../../discovery/source.js';
import type { DisclosureSummary } from '../../disclosure/disclosure-summary.js';
import type { Clock } from '../../ports/clock.js';
import type { Mailer, OutgoingMessage } from '../../ports/mailer.js';
import type { ArchiveMaker } from '../../ports/work-ports.js';
import type { Viewer } from '../../request/desk.js';
import { STEP_HANDLERS } from '../../request/work/step-handlers.js';
import { Worker } from '../../work/worker.js';
import { fakeSource } from '../fake-source.js';
import type { FakeScript } from '../fake-script.js';
import { type RequestHouse, requestHouse } from '../request-house.js';
import type { LifeDice } from './dice.js';

/** A desk with one request at a time, whose steps are done when they are told to be, at a time that is told. */
export interface LiveHouse extends Pick<RequestHouse, 'desk' | 'store' | 'vault'> {
  readonly sent: readonly OutgoingMessage[];
  readonly officer: () => Viewer;
  /** Does the step of a request that is due longest; false where none is. */
  readonly work: (request: string) => Promise<boolean>;
  readonly pass: (milliseconds: number) => void;
  /** Lets the mail server, a source, or what makes archives be down, or up again. */
  readonly toggle: (what: 'mail' | 'source' | 'archive') => void;
  readonly stop: () => Promise<void>;
}

/** A clock that stands still until it is put forward, and whose pauses end when they are cut short. */
class StandingStill implements Clock {
  #now = Date.parse('2026-04-01T08:00:00.000Z');

  now(): Date {
    return new Date(this.#now);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  sleep(_milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) resolve();
      else
        signal.addEventListener(
          'abort',
          () => {
            resolve();
          },
          { once: true },
        );
    });
  }
}

const MEMBERS: FakeScript['collections'] = {
  member: {
    rows: [{ id: 1, email: 'ann@example.org', first: 'Ann', last: 'Martin' }],
    identifiers: {
      id: { kind: 'id', namespace: 'crm.member' },
      email: { kind: 'email' },
      first: { kind: 'name', part: 'given' },
      last: { kind: 'name', part: 'family' },
    },
  },
};

/** Carries Ann's number and somebody else's name: a human has to look. */
const DOUBTFUL: FakeScript['collections'] = {
  guest: {
    rows: [{ id: 9, member: '1', name: 'Zoe Petit', email: 'zoe@example.test' }],
    identifiers: { member: { kind: 'id', namespace: 'crm.member' }, name: { kind: 'name' }, email: { kind: 'email' } },
  },
};

const OPEN: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const PLACE = { source: 'crm', collection: 'member', field: 'last', count: 1 } as const;
const STOPPED: DisclosureSummary = {
  gate: { release: 'dpo', answer: 'copy', reasons: [{ code: 'third-party-data', places: [PLACE], count: 1 }] },
  retention: [],
};

/** See {@link LiveHouse}. What its sources hold, and whether its gate is open, is drawn. */
export async function liveHouse(dice: LifeDice): Promise<LiveHouse> {
  const clock = new StandingStill();
  const sent: OutgoingMessage[] = [];
  const isDown = { mail: false, source: false, archive: false };
  const crm = fakeSource({ id: 'crm', collections: MEMBERS });
  const open: SourceBinding['open'] = (signal) => (isDown.source ? Promise.reject(denied()) : crm.open(signal));
  const guests = dice.chance(0.3) ? [fakeSource({ id: 'guests', collections: DOUBTFUL })] : [];
  const sources = [{ ...crm, open }, ...guests];
  const summary = dice.chance(0.6) ? OPEN : STOPPED;
  const mailer: Mailer = {
    // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
    send: async (message) => {
      if (isDown.mail) throw new ConnectorError('transient', 'Down.');
      sent.push(message);
      return { receipt: 'ab'.repeat(32) };
    },
  };
  const house = requestHouse(sources, { clock, mailer, disclosed: () => summary });
  await house.stop();
  const { desk, store, vault } = house;
  const make: ArchiveMaker['make'] = (...given) => {
    if (isDown.archive) throw denied();
    return desk.archives.make(...given);
  };
  const quiet = { ...desk, archives: { make }, wake: () => undefined };
  const worker = new Worker({
    ...{ id: 'w', desk: quiet, handlers: STEP_HANDLERS, concurrency: 1, leaseMs: 30_000, idleMs: 5 },
    onFault: () => undefined,
  });
  return {
    desk: quiet,
    store,
    vault,
    sent,
    officer: () => ({ actor: { kind: 'staff', id: 'stf_1' }, controller: 'club', steppedUpAt: clock.now() }),
    work: async (request) => {
      const steps = await store.transact(({ steps: rows }) => rows.of('club', request));
      const due = steps.filter(({ state, dueAt }) => state === 'pending' && dueAt <= clock.now());
      const [first] = due.sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
      return first !== undefined && worker.take(first.id);
    },
    pass: (milliseconds) => {
      clock.pass(milliseconds);
    },
    toggle: (what) => {
      isDown[what] = !isDown[what];
    },
    stop: () => store.close(),
  };
}

function denied(): ConnectorError {
  return new ConnectorError('permission', 'Not yours to read.');
}
