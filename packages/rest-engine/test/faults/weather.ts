import type { ErrorClass } from '@habeas/connector-sdk';
import type { FakeVendor, FaultScript, SeenRequest } from '../../src/testing/fake-vendor/fake-vendor.js';
import { HTML_PAGE, refusal, type Fault } from '../../src/testing/fake-vendor/fault.js';
import type { Chance } from './chance.js';

/** Faults that pass: whoever asks again gets everything. */
const PASSING = ['slow', 'reset', 'truncated', 'page', 'server', 'storm', 'expiry'] as const;
/** Faults that stay, and the class that each is an example of. */
const LASTING = {
  down: 'transient',
  cut: 'transient',
  throttled: 'throttle',
  closed: 'permission',
  refused: 'auth',
  'other-members': 'contract',
  'no-members': 'contract',
  'a-text': 'contract',
  nothing: 'contract',
} as const satisfies Readonly<Record<string, ErrorClass>>;

/** A vendor that is down for one collection: long enough that the engine gives up, and the read has to go on from where it was. */
interface Outage {
  readonly collection: string;
  /** Requests of the collection that are met before. */
  readonly after: number;
  /** Requests that fail. */
  readonly lasts: number;
}

/** A fault that begins with some request of a collection, and does not end. */
export interface LastingFault {
  readonly kind: keyof typeof LASTING;
  readonly errorClass: ErrorClass;
  readonly collection: string;
  /** Requests of the collection that are answered before. */
  readonly after: number;
}

/** What a vendor does to those who ask it in one run. */
export interface Weather {
  readonly passing: readonly (typeof PASSING)[number][];
  readonly lasting: LastingFault | undefined;
  readonly script: FaultScript;
  /** How often each kind of fault was met so far. */
  readonly met: ReadonlyMap<string, number>;
}

/** Faults in a row that one request meets before it is answered: fewer than the engine bears with. */
const MOST_IN_A_ROW = 2;
const MOST_STORMS = 3;

/** The weather of a run. What happens to a request depends on the run, on what is asked and on how often it was. */
export function weatherOf(chance: Chance, vendor: FakeVendor, collections: readonly [string, ...string[]]): Weather {
  const passing = PASSING.filter((kind) => chance.happens(`with ${kind}`, 0.6));
  const lasting = chance.happens('with a lasting fault', 0.4) ? lastingOf(chance, collections) : undefined;
  const met = new Map<string, number>();
  const outage = chance.happens('with an outage', 0.6) ? outageOf(chance, collections) : undefined;
  const sky = new Sky({ chance, vendor, passing, lasting, outage, often: chance.pick('how often', [0.05, 0.15, 0.35]) });
  const script: FaultScript = (request) => {
    const [kind, fault] = sky.over(request);
    if (kind !== undefined) met.set(kind, (met.get(kind) ?? 0) + 1);
    return fault;
  };
  return { passing, lasting, script, met };
}

function lastingOf(chance: Chance, collections: readonly [string, ...string[]]): LastingFault {
  const kind = chance.pick('which lasting fault', Object.keys(LASTING) as [LastingFault['kind']]);
  const collection = chance.pick('where it lasts', collections);
  return { kind, errorClass: LASTING[kind], collection, after: chance.pick('when it begins', [0, 0, 1, 2, 4]) };
}

function outageOf(chance: Chance, collections: readonly [string, ...string[]]): Outage {
  const collection = chance.pick('where it is down', collections);
  const after = chance.between('when it is down', 0, 8);
  return { collection, after, lasts: chance.between('how long it is down', 5, 9) };
}

/** One request, as often as it was sent. */
interface Asked {
  times: number;
  /** Faults in a row. */
  row: number;
}

interface SkyParts {
  readonly chance: Chance;
  readonly vendor: FakeVendor;
  readonly passing: readonly (typeof PASSING)[number][];
  readonly lasting: LastingFault | undefined;
  readonly outage: Outage | undefined;
  /** From 0 to 1. */
  readonly often: number;
}

type Met = readonly [kind: string | undefined, fault: Fault | undefined];
const FAIR: Met = [undefined, undefined];

class Sky {
  readonly #asked = new Map<string, Asked>();
  readonly #ofCollection = new Map<string, number>();
  #storms = 0;
  #stormUntil = Number.NEGATIVE_INFINITY;
  #hasExpired = false;

  constructor(private readonly parts: SkyParts) {}

  over(request: SeenRequest): Met {
    const { lasting, outage } = this.parts;
    const collection = collectionOf(request);
    const count = this.#counted(collection);
    if (collection === lasting?.collection && lasting !== undefined && count > lasting.after) {
      return [lasting.kind, lastingFault(lasting.kind)];
    }
    if (collection === outage?.collection && outage !== undefined && isWithin(outage, count)) return ['outage', refusal(503)];
    if (request.at < this.#stormUntil) return ['storm', stormFault(this.#stormUntil - request.at)];
    return this.#passing(request);
  }

  /** The how many-th request of its collection this is. */
  #counted(collection = ''): number {
    const count = (this.#ofCollection.get(collection) ?? 0) + 1;
    this.#ofCollection.set(collection, count);
    return count;
  }

  #passing(request: SeenRequest): Met {
    const { chance, passing, often } = this.parts;
    const name = `${request.method} ${request.target} ${request.body}`;
    const known = this.#asked.get(name) ?? { times: 0, row: 0 };
    this.#asked.set(name, known);
    known.times += 1;
    const question = `${name} ${String(known.times)}`;
    const [first, ...others] = passing;
    const isFair = first === undefined || known.row >= MOST_IN_A_ROW || !chance.happens(question, often);
    const met = isFair ? FAIR : this.#fault(chance.pick(`kind ${question}`, [first, ...others]), request, question);
    known.row = met[1] === undefined ? 0 : known.row + 1;
    return met;
  }

  #fault(kind: (typeof PASSING)[number], request: SeenRequest, question: string): Met {
    const { chance } = this.parts;
    switch (kind) {
      case 'slow':
        this.parts.vendor.quirks.delayMs = chance.between(`how slow ${question}`, 0, 3);
        return [kind, undefined];
      case 'server':
        return [kind, refusal(chance.pick(`status ${question}`, [500, 502, 503, 504, 408]))];
      case 'storm':
        return this.#storm(request, question);
      case 'expiry':
        return this.#expiry();
      case 'page':
      case 'reset':
      case 'truncated':
        return brokenBody(kind, request);
    }
  }

  #storm({ at }: SeenRequest, question: string): Met {
    if (this.#storms >= MOST_STORMS) return FAIR;
    this.#storms += 1;
    const lasts = this.parts.chance.between(`how long ${question}`, 1, 20) * 1000;
    this.#stormUntil = at + lasts;
    return ['storm', stormFault(lasts)];
  }

  /** Once: who is refused twice in one call is refused for good. */
  #expiry(): Met {
    const { door } = this.parts.vendor;
    if (this.#hasExpired || !door.isRenewable) return FAIR;
    this.#hasExpired = true;
    door.revoke();
    return ['expiry', undefined];
  }
}

/** Half a file is told by nobody: whoever reads its bytes looks at them. */
function brokenBody(kind: 'page' | 'reset' | 'truncated', { purpose }: SeenRequest): Met {
  if (purpose?.kind === 'file') return FAIR;
  return [kind, kind === 'page' ? HTML_PAGE : { kind }];
}

function collectionOf({ purpose }: SeenRequest): string | undefined {
  return purpose !== undefined && 'collection' in purpose ? purpose.collection : undefined;
}

function isWithin({ after, lasts }: Outage, count: number): boolean {
  return count > after && count <= after + lasts;
}

function stormFault(milliseconds: number): Fault {
  const seconds = Math.ceil(milliseconds / 1000);
  return refusal(429, seconds % 2 === 0 ? { 'retry-after': String(seconds) } : {});
}

function lastingFault(kind: LastingFault['kind']): Fault {
  switch (kind) {
    case 'down':
      return refusal(503);
    case 'cut':
      return { kind: 'reset' };
    case 'throttled':
      return refusal(429, { 'retry-after': '86400' });
    case 'closed':
      return refusal(403);
    case 'refused':
      return refusal(401);
    case 'other-members':
      return json('{"unexpected":true}');
    case 'no-members':
      return json('{}');
    case 'a-text':
      return json('"moved"');
    case 'nothing':
      return json('null');
  }
}

function json(body: string): Fault {
  return { kind: 'reply', status: 200, headers: { 'content-type': 'application/json' }, body };
}
