import {
  ConnectorError,
  type Identifier,
  type Located,
  type Match,
  type ReadRequest,
  type Item,
  type Session,
  type SourceHealth,
  type SubjectQuery,
} from '@habeas/connector-sdk';
import type { SourceBinding } from '../discovery/source.js';
import { isConclusive, worst } from '../ledger/collection-draft.js';
import { identifierKey, kindKey } from '../subject/identifier-key.js';
import type { CallMemory, FaultMemory, SourceMemory } from './search-memory.js';

/**
 * A source that answers from memory what it was asked before, faults included, and is itself asked for nothing else than what was not:
 * identifiers that are new, and records to be read. Nothing is opened before that.
 */
export class RecalledSource {
  #opened: Promise<Session> | undefined;

  constructor(
    private readonly original: SourceBinding,
    private readonly memory: SourceMemory,
  ) {}

  /** Whether the source itself was asked for something. */
  get isAsked(): boolean {
    return this.#opened !== undefined;
  }

  get id(): string {
    return this.original.description.id;
  }

  get binding(): SourceBinding {
    return {
      ...this.original,
      open: async (signal) => {
        await Promise.resolve();
        if (this.memory.fault !== undefined) throw recalled(this.memory.fault);
        return this.#session(signal);
      },
    };
  }

  #session(signal: AbortSignal): Session {
    const open = (): Promise<Session> => this.#open(signal);
    return {
      collections: this.memory.collections,
      check: async (): Promise<SourceHealth> => (await open()).check(),
      locate: (query) => this.#locate(query, open),
      async *read(request: ReadRequest): AsyncGenerator<Item, void, undefined> {
        yield* (await open()).read(request);
      },
      close: async () => {
        await (await this.#opened?.catch(() => undefined))?.close(); // that it did not open was told to whoever asked
      },
    };
  }

  /** Opened once; a fault of it is that of the call that needed it, and the next try opens it anew. */
  #open(signal: AbortSignal): Promise<Session> {
    this.#opened ??= this.original.open(signal).catch((fault: unknown) => {
      this.#opened = undefined;
      throw fault;
    });
    return this.#opened;
  }

  async *#locate({ identifiers }: SubjectQuery, open: () => Promise<Session>): AsyncGenerator<Match | Located, void, undefined> {
    const known = new Set(this.memory.calls.flatMap(({ asked }) => asked.map(identifierKey)));
    const fresh = identifiers.filter((identifier) => !known.has(identifierKey(identifier)));
    const asked = new Set(identifiers.map(identifierKey));
    const calls = this.memory.calls.filter((call) => call.asked.some((each) => asked.has(identifierKey(each))));
    const answers = calls.flatMap((call) => answersAbout(call, identifiers));
    if (fresh.length > 0) for await (const answer of (await open()).locate({ identifiers: fresh })) answers.push(answer);
    yield* answers.filter(({ type }) => type === 'match');
    yield* reports(answers);
    const fault = calls.find((call) => call.fault !== undefined)?.fault;
    if (fault !== undefined) throw recalled(fault);
  }
}

/** What a call said about these identifiers: it may have been about others as well. */
function answersAbout({ answers }: CallMemory, identifiers: readonly Identifier[]): readonly (Match | Located)[] {
  const asked = new Set(identifiers.map(identifierKey));
  const kinds = new Set(identifiers.map(kindKey));
  return answers.flatMap((answer): readonly (Match | Located)[] => {
    if (answer.type === 'located') return answer.lookups.some((lookup) => kinds.has(kindKey(lookup))) ? [answer] : [];
    const evidence = answer.evidence.filter(({ identifier }) => asked.has(identifierKey(identifier)));
    return evidence.length === 0 ? [] : [{ ...answer, evidence }];
  });
}

/** One report for each collection, the least favourable of all; a good one tells whether anything was found. */
function reports(answers: readonly (Match | Located)[]): readonly Located[] {
  const located = answers.filter((answer) => answer.type === 'located');
  const found = new Set(answers.filter(({ type }) => type === 'match').map(({ collection }) => collection));
  const told = new Map(located.map((each) => [each.collection, each]));
  return [...told].map(([collection, report]) => {
    const own = located.filter((each) => each.collection === collection);
    const last = worst(own, report);
    const lookups = [...new Map(own.flatMap((each) => each.lookups).map((each) => [JSON.stringify(each), each])).values()];
    const dropped = own.reduce((sum, each) => sum + each.dropped, 0);
    const outcome = isConclusive(last.outcome) ? (found.has(collection) ? 'complete' : 'empty') : last.outcome;
    return { ...last, lookups, dropped, outcome };
  });
}

/** A fault that is told again, and that no repetition mends before the source is asked. */
function recalled({ errorClass, message, remedy }: FaultMemory): ConnectorError {
  const said = remedy === undefined ? {} : { remedy };
  return new ConnectorError(errorClass, message, { ...said, retryAfterMs: Number.MAX_SAFE_INTEGER });
}
