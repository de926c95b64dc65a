import type { Identifier, Located, Match, Session, SubjectQuery } from '@habeas/connector-sdk';
import type { SourceBinding } from '../discovery/source.js';
import type { LedgerEntry } from '../findings/findings.js';
import { problemOf, toConnectorError } from '../run/fault.js';
import { identifierKey } from '../subject/identifier-key.js';
import { type CallMemory, type FaultMemory, type SearchMemory, type SourceMemory, timesOf } from './search-memory.js';

const RUNNING = { aborted: false };

/** Notes what sources answer while they are searched; what else a session could tell, as what a search would cost, is not asked of it then. Sources that people search are left out: what they found stands in their task. */
export class SearchRecorder {
  readonly #heard = new Map<string, Heard>();

  /** The source, listened to. */
  bind(binding: SourceBinding): SourceBinding {
    if (binding.manual !== undefined) return binding;
    const heard = new Heard(binding);
    this.#heard.set(binding.description.id, heard);
    return { ...binding, open: (signal) => heard.open(signal) };
  }

  /** What was heard, with the times of the ledger that came of it. */
  memory(ledger: readonly LedgerEntry[]): SearchMemory {
    return { sources: [...this.#heard.values()].flatMap((heard) => heard.memory() ?? []), times: timesOf(ledger) };
  }
}

interface Call {
  readonly asked: readonly Identifier[];
  answers: (Match | Located)[];
  fault?: FaultMemory;
}

class Heard {
  readonly #calls = new Map<string, Call>();
  #session: Session | undefined;
  #fault: FaultMemory | undefined;

  constructor(private readonly binding: SourceBinding) {}

  async open(signal: AbortSignal): Promise<Session> {
    try {
      this.#session = await this.binding.open(signal);
      this.#fault = undefined;
    } catch (thrown) {
      this.#fault = problemOf(toConnectorError(thrown, RUNNING));
      throw thrown;
    }
    const session = this.#session;
    return {
      collections: session.collections,
      check: () => session.check(),
      locate: (query) => this.#locate(session, query),
      read: (request) => session.read(request),
      close: () => session.close(),
    };
  }

  /** Nothing, where it was never asked whether it can be opened. */
  memory(): SourceMemory | undefined {
    if (this.#session === undefined && this.#fault === undefined) return undefined;
    const { id, connector } = this.binding.description;
    const calls = [...this.#calls.values()].map(({ asked, answers, fault }): CallMemory => ({
      ...{ asked, answers },
      ...(fault === undefined ? {} : { fault }),
    }));
    const fault = this.#fault === undefined ? {} : { fault: this.#fault };
    return { source: id, connector, collections: this.#session?.collections ?? [], calls, ...fault };
  }

  /** The same question asked again, after a fault, adds to what was heard before. */
  async *#locate(session: Session, query: SubjectQuery): AsyncGenerator<Match | Located, void, undefined> {
    const call = this.#callOf(query.identifiers);
    delete call.fault;
    call.answers = call.answers.filter(({ type }) => type === 'match');
    try {
      for await (const answer of session.locate(query)) {
        call.answers.push(answer.type === 'match' ? { ...answer, record: {} } : answer);
        yield answer;
      }
    } catch (thrown) {
      call.fault = problemOf(toConnectorError(thrown, RUNNING));
      throw thrown;
    }
  }

  #callOf(asked: readonly Identifier[]): Call {
    const key = JSON.stringify(asked.map(identifierKey));
    const call: Call = this.#calls.get(key) ?? { asked, answers: [] };
    this.#calls.set(key, call);
    return call;
  }
}
