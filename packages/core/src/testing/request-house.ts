import { Secret } from '@habeas/connector-sdk';
import type { ClockSettings } from '../deadline/request-clock.js';
import { DEFAULT_DEADLINE_RULES } from '../deadline/rules.js';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import type { SourceBinding } from '../discovery/source.js';
import type { Findings } from '../findings/findings.js';
import { DEFAULT_LIMIT_SETTINGS, type LimitSettings, limitTerms } from '../limits/limit.js';
import type { Clock } from '../ports/clock.js';
import { systemClock } from '../ports/clock.js';
import type { Mailer } from '../ports/mailer.js';
import type { Store } from '../ports/store.js';
import type { TransmissionSender } from '../ports/transmission-ports.js';
import type { WebhookSender } from '../ports/webhook-sender.js';
import type { ArchiveLocker, ArchiveMaker, LockedArchive, LockedContent } from '../ports/work-ports.js';
import type { DataRequest, RequestState } from '../request/data-request.js';
import { lockRequest } from '../request/change-request.js';
import { openRequest, type NewRequest } from '../request/open-request.js';
import type { Viewer } from '../request/desk.js';
import { startSearch } from '../request/decide-request.js';
import { STEP_HANDLERS } from '../request/work/step-handlers.js';
import type { RecordRedaction } from '../third-party/record-redaction.js';
import type { Receiver } from '../transmission/transmission.js';
import { Worker } from '../work/worker.js';
import type { WorkDesk } from '../work/step-context.js';
import { announcingStore } from '../webhooks/announcing-store.js';
import type { WebhookEndpoint } from '../webhooks/webhook-call.js';
import { FakeStaffCrypto } from './fake-staff-crypto.js';
import { fixedRandom } from './fixed-random.js';
import { frenchCalendar } from './french-calendar.js';
import { type MemoryVault, memoryVault } from './memory-vault.js';
import { memoryStore } from './store/memory-store.js';

/** A member of staff who has just proved that it is them. */
export const OFFICER: Viewer = { actor: { kind: 'staff', id: 'stf_1' }, controller: 'club' };

/** Where those who decide are written to. */
export const OFFICERS_MAILBOX = 'dpo@club.test';

const FRENCH_CLOCK = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };

/** One controller's service in one process: everything in memory, one worker. */
export interface RequestHouse {
  readonly desk: WorkDesk;
  readonly store: Store;
  readonly vault: MemoryVault;
  readonly crypto: FakeStaffCrypto;
  readonly faults: unknown[];
  readonly worker: Worker;
  open(given?: Partial<NewRequest>): Promise<DataRequest>;
  get(id: string): Promise<DataRequest>;
  /** Works until the request is in one of these states. One that needs attention instead throws what went wrong. */
  workUntil(id: string, ...states: readonly RequestState[]): Promise<DataRequest>;
  stop(): Promise<void>;
}

/** What a house may be made with. */
export interface HouseOptions {
  readonly clock?: Clock;
  readonly leaseMs?: number;
  /** What outlives a process: that of an earlier house, or one that fails. */
  readonly store?: Store;
  readonly vault?: MemoryVault;
  readonly worker?: string;
  readonly mailer?: Mailer;
  /** Who is told of what happens, and how they are called. */
  readonly webhooks?: { readonly endpoints: readonly WebhookEndpoint[]; readonly sender?: WebhookSender };
  readonly locker?: ArchiveLocker;
  /** To whom data of subjects can be sent, and how. */
  readonly transmissions?: { readonly receivers: readonly Receiver[]; readonly sender?: TransmissionSender };
  readonly limits?: Partial<LimitSettings>;
  /** How its controller counts, where that is not as usual. */
  readonly clocks?: Partial<ClockSettings>;
  /** What a disclosure of a request's findings comes to, for a controller with a register. */
  readonly disclosed?: (request: DataRequest, redactions: readonly RecordRedaction[]) => DisclosureSummary;
}

/** See {@link RequestHouse}. */
export function requestHouse(sources: readonly SourceBinding[], options: HouseOptions = {}): RequestHouse {
  const { clock = systemClock, leaseMs = 30_000, worker: name = 'worker-1', disclosed } = options;
  const { vault = memoryVault() } = options;
  const store = announced(options, clock);
  const faults: unknown[] = [];
  const crypto = new FakeStaffCrypto();
  let ids = 0;
  const desk: WorkDesk = {
    store,
    vault,
    clock,
    random: fixedRandom(),
    ids: { next: (prefix) => `${prefix}_${name}_${String((ids += 1))}` },
    wake: () => {
      worker.wake();
    },
    sources: { bindingsOf: () => sources, phoneRegionOf: () => 'FR', numberNamespacesOf: () => ['crm.member'] },
    clocks: { settingsOf: () => ({ ...FRENCH_CLOCK, ...options.clocks }) },
    archives: lineArchives(disclosed),
    locker: options.locker ?? { lock: markedArchive },
    ...(options.mailer === undefined ? {} : { mailer: options.mailer }),
    ...(options.webhooks?.sender === undefined ? {} : { webhooks: options.webhooks.sender }),
    ...transmitting(options),
    delivery: {
      crypto,
      addressOf: (controller, link) => `https://privacy.example.org/ask/${controller}/d/${link}`,
      archiveDaysOf: () => undefined,
      followOf: (controller) => `https://privacy.example.org/ask/${controller}/follow`,
      stopOf: (controller, request, secret) => `https://privacy.example.org/ask/${controller}/stop/${request}/${secret}`,
      officerOf: () => new Secret(OFFICERS_MAILBOX),
      limits: {
        terms: limitTerms({ ...DEFAULT_LIMIT_SETTINGS, ...options.limits }),
        entryOf: (controller, kind, value) => Promise.resolve(crypto.sha256Hex(`${controller} ${kind} ${value.reveal()}`)),
      },
      coolOffMsOf: () => 24 * 3_600_000,
    },
  };
  const worker: Worker = new Worker({
    id: name,
    desk,
    handlers: STEP_HANDLERS,
    concurrency: 2,
    leaseMs,
    idleMs: 5,
    onFault: (error) => {
      faults.push(error);
    },
  });
  const running = worker.run();
  const get = (id: string): Promise<DataRequest> => store.transact((transaction) => lockRequest(transaction, OFFICER, id));
  return {
    desk,
    store,
    vault,
    crypto,
    faults,
    worker,
    get,
    open: (given = {}) => openFor(desk, given),
    workUntil: async (id, ...states) => {
      for (;;) {
        const request = await get(id);
        if (states.includes(request.state)) return request;
        if (request.state === 'needs_attention') throw new AggregateError(faults, 'The request needs attention.');
        await clock.sleep(2, new AbortController().signal);
      }
    },
    stop: async () => {
      worker.stop();
      await running;
    },
  };
}

function transmitting({ transmissions }: HouseOptions): Pick<WorkDesk, 'receivers' | 'transmitter'> {
  if (transmissions === undefined) return {};
  const { receivers, sender } = transmissions;
  return { receivers: { receiversOf: () => receivers }, ...(sender === undefined ? {} : { transmitter: sender }) };
}

/** The store of a house, with what it tells the endpoints of its controller. */
function announced({ store, webhooks, worker = 'worker-1' }: HouseOptions, clock: Clock): Store {
  const inner = store ?? memoryStore({ clock });
  if (webhooks === undefined) return inner;
  let calls = 0;
  const ids = { next: (prefix: string) => `${prefix}_${worker}-${String((calls += 1))}` };
  return announcingStore(inner, { ids, webhooks: { endpointsOf: () => webhooks.endpoints } });
}

async function openFor(desk: WorkDesk, given: Partial<NewRequest>): Promise<DataRequest> {
  const once = { key: desk.ids.next('key'), fingerprint: 'f' };
  const opened = await openRequest(desk, OFFICER, { ...ANN, ...given }, once);
  return opened.state === 'ready' ? startSearch(desk, OFFICER, opened.id) : opened;
}

const ANN: NewRequest = {
  identifiers: [{ kind: 'email', value: 'ann@example.org', provedBy: 'answered a mail' }],
  rights: ['access', 'portability'],
  format: 'json',
  language: 'en',
};

/** Archives of one line for each record and file. */
const lineArchives = (disclosed: HouseOptions['disclosed']): ArchiveMaker => ({
  make: (request, { findings, redactions }) => {
    const made = { bytes: 0, records: 0, files: 0 };
    const decided = disclosed === undefined ? {} : { disclosure: disclosed(request, redactions) };
    return {
      content: linesOf(findings, made),
      result: () => ({ ...made, sha256: 'f'.repeat(64), complete: findings.account().complete, ...decided }),
    };
  },
});

async function* linesOf(
  findings: Findings,
  made: { bytes: number; records: number; files: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const line = (value: unknown): Uint8Array => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    made.bytes += bytes.length;
    return bytes;
  };
  for await (const found of findings.collections()) {
    const place = { source: found.source.id, collection: found.collection.name };
    for await (const batch of found.records()) {
      made.records += batch.length;
      for (const { key, data, via } of batch) yield line({ ...place, key, data, via });
    }
    for await (const file of found.files()) {
      made.files += 1;
      const parts: Uint8Array[] = [];
      for await (const part of file.open()) parts.push(part);
      yield line({ ...place, file: file.id, text: Buffer.concat(parts).toString() });
    }
  }
}

/** A "lock" that writes what it was locked with in front; for tests. */
function markedArchive(content: AsyncIterable<Uint8Array>, { lock, passphrase, name, bytes }: LockedArchive): LockedContent {
  const mark = Buffer.from(`${lock} ${passphrase.reveal()} ${name} ${String(bytes)}\n`);
  const marked = async function* (): AsyncGenerator<Uint8Array> {
    yield mark;
    yield* content;
  };
  return { content: marked(), result: () => ({ bytes: mark.length + bytes, sha256: 'e'.repeat(64) }) };
}
