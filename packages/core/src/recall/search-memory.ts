import {
  type CollectionSpec,
  type ErrorClass,
  type Evidence,
  type FoundIdentifier,
  type Identifier,
  type Located,
  type Match,
  type Problem,
  Secret,
} from '@habeas/connector-sdk';
import type { LedgerEntry, SourceDescription } from '../findings/findings.js';

/** What all sources answered in one search, so that one of them can be asked again alone. Personal data: sealed wherever it is kept. */
export interface SearchMemory {
  readonly sources: readonly SourceMemory[];
  /** When each collection was worked on, and how often. */
  readonly times: readonly WorkTimes[];
}

/** What one source answered. */
export interface SourceMemory {
  readonly source: string;
  /** Answers of another connector, or another version of it, are not remembered. */
  readonly connector: SourceDescription['connector'];
  readonly collections: readonly CollectionSpec[];
  readonly calls: readonly CallMemory[];
  /** It could not be opened. */
  readonly fault?: FaultMemory;
}

/** What came of one question. */
export interface CallMemory {
  readonly asked: readonly Identifier[];
  readonly answers: readonly (Match | Located)[];
  readonly fault?: FaultMemory;
}

/** A fault of a source, as it was told. */
export interface FaultMemory extends Problem {
  readonly errorClass: ErrorClass;
}

/** When a collection was worked on. */
export type WorkTimes = Pick<LedgerEntry, 'collection' | 'attempts' | 'startedAt' | 'finishedAt'> & { readonly source: string };

/** When the collections of a ledger were worked on. */
export function timesOf(ledger: readonly LedgerEntry[]): readonly WorkTimes[] {
  return ledger.map(({ source, collection, attempts, startedAt, finishedAt }) => ({
    source: source.id,
    collection,
    attempts,
    startedAt,
    finishedAt,
  }));
}

/** A memory as JSON. Of a record that matched only what identifies a person is in it. */
export function writeMemory({ sources, times }: SearchMemory): string {
  return JSON.stringify({ times, sources: sources.map((source) => ({ ...source, calls: source.calls.map(plainCall) })) });
}

/** A memory from JSON. */
export function readMemory(text: string): SearchMemory {
  const { sources, times } = JSON.parse(text) as {
    readonly sources: readonly PlainSource[];
    readonly times: SearchMemory['times'];
  };
  return {
    sources: sources.map((source) => ({ ...source, calls: source.calls.map(callOf) })),
    times: times.map((each) => ({ ...each, startedAt: new Date(each.startedAt), finishedAt: new Date(each.finishedAt) })),
  };
}

/** An identifier with its values in clear. */
type PlainIdentifier = Pick<Identifier, 'kind' | 'namespace' | 'shared'> & {
  readonly value: string;
  readonly exact: string;
  readonly folded?: string;
};
type PlainMatch = Omit<Match, 'evidence' | 'identifiers' | 'record'> & {
  readonly evidence: readonly (Omit<Evidence, 'identifier' | 'found'> & {
    readonly identifier: PlainIdentifier;
    readonly found: string;
  })[];
  readonly identifiers: readonly (Omit<FoundIdentifier, 'identifier'> & { readonly identifier: PlainIdentifier })[];
};
type PlainCall = Omit<CallMemory, 'asked' | 'answers'> & {
  readonly asked: readonly PlainIdentifier[];
  readonly answers: readonly (PlainMatch | Located)[];
};
type PlainSource = Omit<SourceMemory, 'calls'> & { readonly calls: readonly PlainCall[] };

function plainCall({ asked, answers, ...rest }: CallMemory): PlainCall {
  return {
    ...rest,
    asked: asked.map(plainIdentifier),
    answers: answers.map((answer) => (answer.type === 'match' ? plainMatch(answer) : answer)),
  };
}

function callOf({ asked, answers, ...rest }: PlainCall): CallMemory {
  return {
    ...rest,
    asked: asked.map(identifierOf),
    answers: answers.map((answer) => (answer.type === 'match' ? matchOf(answer) : answer)),
  };
}

function plainMatch({ type, collection, key, standing, evidence, identifiers }: Match): PlainMatch {
  return {
    ...{ type, collection, key, standing },
    evidence: evidence.map((each) => ({
      ...each,
      identifier: plainIdentifier(each.identifier),
      found: each.found.reveal(),
    })),
    identifiers: identifiers.map((each) => ({ ...each, identifier: plainIdentifier(each.identifier) })),
  };
}

function matchOf({ evidence, identifiers, ...rest }: PlainMatch): Match {
  return {
    ...rest,
    record: {},
    evidence: evidence.map((each) => ({ ...each, identifier: identifierOf(each.identifier), found: new Secret(each.found) })),
    identifiers: identifiers.map((each) => ({ ...each, identifier: identifierOf(each.identifier) })),
  };
}

function plainIdentifier({ value, exact, folded, ...rest }: Identifier): PlainIdentifier {
  const wider = folded === undefined ? {} : { folded: folded.reveal() };
  return { ...rest, value: value.reveal(), exact: exact.reveal(), ...wider };
}

function identifierOf({ value, exact, folded, ...rest }: PlainIdentifier): Identifier {
  const wider = folded === undefined ? {} : { folded: new Secret(folded) };
  return { ...rest, value: new Secret(value), exact: new Secret(exact), ...wider };
}
