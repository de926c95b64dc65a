import { type FoundIdentifier, type Identifier, type IdentifierKind, Secret, toIdentifier } from '@habeas/connector-sdk';
import type { CheckedEvidence, Place } from '../matching/checked-evidence.js';
import { type KnownMatch, knownMatch } from '../matching/known-match.js';
import { identifierKey } from '../subject/identifier-key.js';
import { createSubject, type GivenIdentifier, type Subject } from '../subject/subject.js';

/** `email:ann@example.org`, `id:shop.customer:7`, `name:Ann Martin`, `given:Ann`, `family:Martin`, `birthDate:1980-02-29`. */
export type Shorthand = string;

/** A match in shorthand, for tables of rules. */
export interface MatchSketch {
  readonly source?: string;
  readonly collection?: string;
  readonly record?: string;
  readonly round?: number;
  readonly isPersonRecord?: boolean;
  /** What led to it: shorthand, with `~` before it where only the folded key agrees. */
  readonly by?: readonly Shorthand[];
  readonly place?: Place;
  /** What stands on it beside. */
  readonly on?: readonly Shorthand[];
}

/** The identifier that a shorthand stands for. */
export function identifierOf(text: Shorthand): Identifier {
  const known = KNOWN.get(text) ?? parseIdentifier(text);
  KNOWN.set(text, known);
  return known;
}

const KNOWN = new Map<Shorthand, Identifier>();

function parseIdentifier(text: Shorthand): Identifier {
  const { kind, value, namespace } = parse(text);
  return toIdentifier(kind, value, namespace === undefined ? {} : { namespace })!;
}

/** The match that a sketch stands for. */
export function matchOf(sketch: MatchSketch): KnownMatch {
  const { source = 'crm', collection = 'person', record = '1', round = 1, by = [], on = [] } = sketch;
  const evidence = by.map((text): CheckedEvidence => {
    const identifier = identifierOf(text.replace(/^~/u, ''));
    const how = text.startsWith('~') ? 'folded' : 'equal';
    const { kind } = identifier;
    return {
      key: identifierKey(identifier),
      identifier,
      field: `${collection}.${kind}`,
      how,
      place: sketch.place ?? 'identifier',
    };
  });
  const own = sketch.place === undefined ? by.filter((text) => !text.startsWith('~')) : [];
  return knownMatch({
    id: [source, collection, record].join('\u0000'),
    source,
    collection,
    recordId: record,
    key: [record],
    round,
    isPersonRecord: sketch.isPersonRecord ?? false,
    evidence,
    found: [...own, ...on].map((text) => foundOf(collection, text)),
  });
}

/** The subject that shorthands stand for; those with `?` before them are not verified. */
export function subjectOf(...texts: readonly Shorthand[]): Subject {
  return createSubject(
    texts.map((text): GivenIdentifier => {
      const { value, ...rest } = parse(text.replace(/^\?/u, ''));
      return { ...rest, value: new Secret(value), verified: !text.startsWith('?') };
    }),
  );
}

function foundOf(collection: string, text: Shorthand): FoundIdentifier {
  const { part } = parse(text);
  const identifier = identifierOf(text);
  return { identifier, field: `${collection}.${identifier.kind}`, ...(part === undefined ? {} : { part }) };
}

interface Parsed {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly namespace?: string;
  readonly part?: 'given' | 'family';
}

function parse(text: Shorthand): Parsed {
  const [kind, ...rest] = text.split(':');
  if (kind === 'given' || kind === 'family') return { kind: 'name', part: kind, value: rest.join(':') };
  if (kind === 'id') return { kind, namespace: rest[0]!, value: rest.slice(1).join(':') };
  return { kind: kind as IdentifierKind, value: rest.join(':') };
}
