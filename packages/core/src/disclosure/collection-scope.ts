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
  readonly ruling: 'disclose' | 'redact';
}

/** The facts of a collection's fields, and what is decided of them: the same for each of its records. */
export interface CollectionScope {
  readonly facts: readonly FieldFacts[];
  readonly scope: RecordScope;
}

/** What of a collection a decision depends on. */
export type ScopedSpec = Pick<CollectionSpec, 'name' | 'activity' | 'nature'> & {
  readonly fields: readonly ScopedField[];
};

/** What of a field a decision depends on. */
export type ScopedField = Pick<FieldSpec, 'name' | 'origin' | 'context' | 'special' | 'thirdParty' | 'unclassified' | 'log'>;

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
  const facts = collection.fields.map((field) => factsOf(field, own.get(field.name), isLog));
  return { facts, scope: decideRecord(recordFacts(collection, register, isLog), facts) };
}

function recordFacts({ activity: id }: ScopedSpec, register: Register, isLog: boolean): RecordFacts {
  const activity = id === undefined ? undefined : activityFacts(register, id);
  return { ...(activity === undefined ? {} : { activity }), nature: isLog ? 'consultation-log' : 'own' };
}

/**
 * What a shared thing adds to a record (the title of the event that was registered for) belongs to what was observed of the person,
 * where the data map does not say otherwise.
 */
function factsOf(field: ScopedField, ruling: FieldRuling['ruling'] | undefined, isLog: boolean): FieldFacts {
  const { name, context, special, thirdParty, unclassified, log } = field;
  const origin = field.origin ?? (context === undefined ? undefined : 'observed');
  return {
    name,
    ...(origin === undefined ? {} : { origin }),
    ...(special === undefined ? {} : { special }),
    ...(thirdParty === undefined ? {} : { thirdParty }),
    ...(unclassified === undefined ? {} : { unclassified }),
    ...(ruling === undefined ? {} : { ruling }),
    ...(isLog ? { logPart: log ?? 'other' } : {}),
  };
}
