import type { FieldType, JsonObject, JsonValue, SourceRecord } from '@habeas/connector-sdk';
import { evidenceFindings } from '../evidence/evidence-findings.js';
import type { CollectionFindings } from '../findings/findings.js';
import type { Gathered } from '../request/gathered.js';
import { Refused } from '../request/refused.js';
import { type ProvableField, provableFields } from './provable-facts.js';

/** Something that a person says of what is held of them. */
export interface SaidFact {
  readonly source: string;
  readonly collection: string;
  readonly field: string;
  /** As they say it. */
  readonly value: string;
}

const FEWEST = 2;
const MOST = 5;
const SHORTEST = 4;

/** A fact as it is compared. */
interface Compared extends SaidFact {
  readonly folded: string;
  readonly type: FieldType;
}

/** All facts about one collection: they have to stand together on one record. */
export type SaidOfCollection = readonly Compared[];

/**
 * What was said, collection by collection, ready to be compared. Throws `Refused` with `INVALID_INPUT` for too few or too many facts, for one
 * that is easily guessed, for a field that cannot be asked about, and for what they were searched by: all of that proves nothing.
 */
export function saidFacts(
  facts: readonly SaidFact[],
  gathered: Gathered,
  searchedBy: readonly string[],
): readonly SaidOfCollection[] {
  const fields = provableFields(gathered);
  const known = new Set(searchedBy.map(folded));
  const compared = facts.map((fact, position) => comparedOf(fact, position, { fields, known }));
  const distinct = new Set(compared.map((fact) => fact.folded));
  if (distinct.size < FEWEST || facts.length > MOST) {
    throw new Refused('INVALID_INPUT', `It takes ${String(FEWEST)} to ${String(MOST)} different facts.`);
  }
  const byCollection = new Map<string, Compared[]>();
  for (const fact of compared) {
    const place = `${fact.source}/${fact.collection}`;
    byCollection.set(place, [...(byCollection.get(place) ?? []), fact]);
  }
  return [...byCollection.values()];
}

interface Known {
  readonly fields: readonly ProvableField[];
  readonly known: ReadonlySet<string>;
}

function comparedOf(fact: SaidFact, position: number, { fields, known }: Known): Compared {
  const path = `facts.${String(position)}`;
  const provable = fields.find(
    ({ source, collection, field }) => source === fact.source && collection.name === fact.collection && field.name === fact.field,
  );
  if (provable === undefined) {
    throw new Refused('INVALID_INPUT', `${path}: this field proves nothing.`, 'Take one of `request { provableFacts }`.');
  }
  const compared = { ...fact, folded: folded(fact.value), type: provable.field.type };
  if (compared.folded.length < SHORTEST) throw new Refused('INVALID_INPUT', `${path}: so short a fact is easily guessed.`);
  if (known.has(compared.folded))
    throw new Refused('INVALID_INPUT', `${path}: they were searched by this, so it proves nothing.`);
  return compared;
}

/** Whether everything that was said stands on what was found. Everything is compared, whatever the first comparison says. */
export async function areKnown(said: readonly SaidOfCollection[], { index, segments, read }: Gathered): Promise<boolean> {
  const found = said.map(() => false);
  for await (const collection of evidenceFindings(index, segments, read).collections()) {
    const place = said.findIndex(([first]) => isAbout(collection, first));
    for await (const batch of collection.records()) {
      if (batch.filter((record) => standsOn(record, said[place])).length > 0) found[place] = true;
    }
  }
  return found.every(Boolean);
}

function isAbout({ source, collection }: CollectionFindings, fact: Compared | undefined): boolean {
  return fact?.source === source.id && fact.collection === collection.name;
}

function standsOn({ data }: SourceRecord, said: SaidOfCollection | undefined): boolean {
  return said !== undefined && said.filter((fact) => isSaid(data, fact)).length === said.length;
}

function isSaid(data: JsonObject, { field, folded: said, type }: Compared): boolean {
  const held = heldText(data[field]);
  if (held === undefined) return false;
  // Of a moment people know the day
  const isMoment = type === 'datetime' || type === 'timestamp';
  return held === said || (isMoment && held.slice(0, 10) === said.slice(0, 10) && said.length === 10);
}

function heldText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? folded(String(value)) : undefined;
}

/** Without what people write in several ways: capitals, accents' forms, spaces. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}
