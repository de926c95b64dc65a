import type { CollectionSpec, FieldSpec } from '@habeas/connector-sdk';
import type { Register } from '../register/register.js';
import { decideRecord } from '../scope/decide-record.js';
import type { FieldFacts, RecordFacts } from '../scope/facts.js';
import type { RecordScope } from '../scope/scope-decision.js';
import { activityFacts } from './activity-facts.js';

/** What a DPO has decided about one field of one collection, where a review was needed (TPD-01). */
export interface FieldRuling {
  readonly source: string;
  readonly collection: string;
  readonly field: string;
  /** `redact_others`: of a free text, only what is found in it of other people; of anything else, all. */
  readonly ruling: 'disclose' | 'redact' | 'redact_others';
}

/** The facts of a collection's fields, and what is decided of them: the same for each of its records. */
export interface CollectionScope {
  readonly facts: readonly FieldFacts[];
  readonly scope: RecordScope;
  /** Free texts in which what is found of other people is hidden, and the rest is handed over. */
  readonly hidesOthersIn: ReadonlySet<string>;
}

/** What of a collection a decision depends on. */
export type ScopedSpec = Pick<CollectionSpec, 'name' | 'activity' | 'nature'> & {
  readonly fields: readonly ScopedField[];
};

/** What of a field a decision depends on. */
export type ScopedField = Pick<
  FieldSpec,
  'name' | 'origin' | 'context' | 'special' | 'thirdParty' | 'ownUse' | 'unclassified' | 'log' | 'freeText'
> &
  Partial<Pick<FieldSpec, 'type'>>;

/** Decides about a collection by its data map, the register and what people have ruled (SCP-01, PRT-01). */
export function scopeOfCollection(
  source: string,
  collection: ScopedSpec,
  register: Register,
  rulings: readonly FieldRuling[],
): CollectionScope {
  const own = new Map(
    rulings
      .filter((ruling) => ruling.source === source && ruling.collection === collection.name)
      .map(({ field, ruling }) => [field, ruling]),
  );
  const isLog = collection.nature === 'consultation-log';
  const facts = collection.fields.map((field) => factsOf(field, settled(own.get(field.name), field), isLog));
  const partly = collection.fields.filter((field) => own.get(field.name) === 'redact_others' && isFreeText(field));
  return {
    facts,
    scope: decideRecord(recordFacts(collection, register, isLog), facts),
    hidesOthersIn: new Set(partly.map(({ name }) => name)),
  };
}

function settled(ruling: FieldRuling['ruling'] | undefined, field: ScopedField): FieldFacts['ruling'] {
  if (ruling !== 'redact_others') return ruling;
  return isFreeText(field) ? 'disclose' : 'redact';
}

/** Only in a text that somebody wrote can a part be told from the rest. */
function isFreeText({ freeText, type }: ScopedField): boolean {
  return freeText === true && type === 'string';
}

function recordFacts({ activity: id }: ScopedSpec, register: Register, isLog: boolean): RecordFacts {
  const activity = id === undefined ? undefined : activityFacts(register, id);
  return { ...(activity === undefined ? {} : { activity }), nature: isLog ? 'consultation-log' : 'own' };
}

/**
 * What a shared thing adds to a record (the title of the event that was registered for) belongs to what was observed of the person,
 * where the data map does not say otherwise.
 */
function factsOf(field: ScopedField, ruling: FieldFacts['ruling'] | undefined, isLog: boolean): FieldFacts {
  const { name, context, special, unclassified, log } = field;
  const origin = field.origin ?? (context === undefined ? undefined : 'observed');
  return {
    name,
    ...(origin === undefined ? {} : { origin }),
    ...(special === undefined ? {} : { special }),
    ...ofOthers(field),
    ...(unclassified === undefined ? {} : { unclassified }),
    ...(ruling === undefined ? {} : { ruling }),
    ...(isLog ? { logPart: log ?? 'other' } : {}),
  };
}

/** What the data map says of somebody else's data (PRT-06). */
function ofOthers({ thirdParty, ownUse }: ScopedField): Pick<FieldFacts, 'thirdParty' | 'ownUse'> {
  return { ...(thirdParty === undefined ? {} : { thirdParty }), ...(ownUse === undefined ? {} : { ownUse }) };
}
