import { type Dice, DOCUMENTS, type ServiceClient } from '@habeas/api/testing';
import type { PersonOfInterest } from '@habeas/example-worlds';
import type { Callers } from './callers.js';
import { requestInput } from './example-house.js';

/** How many of a hundred operations are which: four of five read. */
const SHARES = {
  request: 30,
  requests: 18,
  requestWork: 16,
  auditTrail: 10,
  matches: 6,
  openRequest: 6,
  attestIdentity: 5,
  startRequest: 3,
  pauseRequest: 3,
  resumeRequest: 3,
} as const satisfies Partial<Record<keyof typeof DOCUMENTS, number>>;

type Operation = keyof typeof SHARES;

/** What programs have no permission for. */
const OF_PEOPLE: ReadonlySet<Operation> = new Set(['auditTrail', 'matches']);
const HUNDRED = (Object.entries(SHARES) as [Operation, number][]).flatMap(([name, share]) =>
  Array.from({ length: share }, () => name),
);

/**
 * A day's operations in an office, mixed by chance: requests are opened, attested, started, paused and resumed, each once and in
 * this order, and looked at all the time. Whatever is answered with an error, or refused for another reason than that the worker
 * was quicker, is a failure.
 */
export class OperationMix {
  readonly #all: string[] = [];
  readonly #ready: string[] = [];
  readonly #started: string[] = [];
  readonly #paused: string[] = [];
  #opened = 0;
  /** Pauses and resumes that came when the request had gone on. */
  tooLate = 0;

  constructor(
    private readonly callers: Callers,
    private readonly people: readonly PersonOfInterest[],
    private readonly dice: Dice,
  ) {}

  /** Opens requests so that there is something to look at, and starts some of them. */
  async prepare(requests: number, started: number): Promise<void> {
    for (let count = 0; count < requests; count += 1) await this.#run('openRequest');
    for (let count = 0; count < started; count += 1) await this.#run('startRequest');
  }

  /** Does one operation, and gives its name. */
  async next(): Promise<string> {
    const wanted = this.dice.one(HUNDRED);
    // What there is nothing for is a look at a request
    const name = this.#isPossible(wanted) ? wanted : 'request';
    await this.#run(name);
    return name;
  }

  #isPossible(name: Operation): boolean {
    if (name === 'attestIdentity' || name === 'startRequest') return this.#ready.length > 0;
    if (name === 'pauseRequest') return this.#started.length > 0;
    return name !== 'resumeRequest' || this.#paused.length > 0;
  }

  async #run(name: Operation): Promise<void> {
    const isOfPerson = OF_PEOPLE.has(name) || this.dice.happens(0.5);
    const who = this.dice.one(isOfPerson ? this.callers.people : this.callers.programs);
    const variables = this.#variables[name]();
    const result = await run(who, name, variables);
    if (result.code === 'WRONG_STATE') this.tooLate += 1;
    else if (result.code !== undefined) throw new Error(`${name}: refused as ${result.code}`);
    else this.#note(name, result);
  }

  /** What each operation is given. */
  readonly #variables: Readonly<Record<Operation, () => object>> = {
    request: () => this.#any(),
    requestWork: () => this.#any(),
    matches: () => this.#any(),
    requests: () => ({ first: 20, ...(this.dice.happens(0.5) ? { states: ['ready', 'searching', 'awaiting_release'] } : {}) }),
    auditTrail: () => ({ first: 20, ...(this.dice.happens(0.5) ? { request: this.dice.one(this.#all) } : {}) }),
    openRequest: () => {
      this.#opened += 1;
      return { input: requestInput(this.dice.one(this.people), `load-request-${String(this.#opened)}`) };
    },
    attestIdentity: () => ({
      id: this.dice.one(this.#ready),
      attestations: [{ identifier: 1, provedBy: 'answered a mail' }],
    }),
    startRequest: () => ({ id: this.#ready.shift() }),
    pauseRequest: () => ({ id: this.#started.pop() }),
    resumeRequest: () => ({ id: this.#paused.shift() }),
  };

  #any(): object {
    return { id: this.dice.one(this.#all) };
  }

  #note(name: Operation, { id = '' }: Result): void {
    if (name === 'openRequest') {
      this.#all.push(id);
      this.#ready.push(id);
    }
    if (name === 'startRequest') this.#started.push(id);
    if (name === 'pauseRequest') this.#paused.push(id);
  }
}

interface Result {
  readonly id?: string;
  readonly code?: string;
}

/** What the root field gives; nothing where there is nothing. */
async function run(client: ServiceClient, name: Operation, variables: object): Promise<Result> {
  const data = await client.query<Readonly<Record<string, Result | null>>>(DOCUMENTS[name], variables);
  return data[name === 'requestWork' || name === 'matches' ? 'request' : name] ?? {};
}
