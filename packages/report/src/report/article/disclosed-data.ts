import type { FieldSpec, JsonObject } from '@habeas/connector-sdk';
import { type Basis, type CalendarPeriod, calendarPeriod, type Holding } from '@habeas/core/law';
import { caseRetention } from '../compose/case-section.js';
import { whyKept } from '../compose/kept.js';
import type { ReportVoice } from '../compose/voice.js';
import type { ActivityBlock, RecipientFact, RetentionFact, SubjectReport } from '../subject-report.js';
import { present } from './present.js';

/** One entry for each activity in which the person has records, and one for the file of the request (REP-02, INT-09). */
export function disclosedData({ blocks, register }: SubjectReport, voice: ReportVoice): readonly JsonObject[] {
  return [...blocks.map((block) => disclosed(block, voice)), requestFile(register, voice)];
}

function disclosed(block: ActivityBlock, voice: ReportVoice): JsonObject {
  const { id, activity, heldFor } = block;
  const head = { _id: id, activity: voice.pick(activity.title), category: voice.list(titlesOf(block, voice)) };
  if (heldFor !== undefined) {
    return { ...head, heldFor: heldFor.controller === undefined ? null : voice.pick(heldFor.controller) };
  }
  return { ...head, dataCategories: categoriesOf(block), ...purposesOf(block, voice), ...givenOn(block, voice) };
}

function purposesOf({ purposes }: ActivityBlock, voice: ReportVoice): JsonObject {
  const bases = purposes.flatMap((purpose) => purpose.bases);
  return {
    purposes: purposes.map(({ title, bases: own }) => ({
      purpose: voice.pick(title),
      legalBases: own.map(({ basis }) => REFERENCES[basis]),
    })),
    legalBases: [...new Set(bases.map(({ basis }) => basis))].map((basis) => ({
      reference: REFERENCES[basis],
      description: basis,
    })),
    legitimateInterests: bases
      .filter(({ basis }) => basis === 'legitimate_interest')
      .map(({ interest }) => present({ exists: true, reasoning: interest === undefined ? undefined : voice.pick(interest) })),
  };
}

function givenOn({ recipients, retention, areRecipientsStated }: ActivityBlock, voice: ReportVoice): JsonObject {
  return present({
    recipients: areRecipientsStated ? recipients.map((fact) => recipientOf(fact, voice)) : undefined,
    storage: [{ temporal: retention.map((fact) => temporalOf(fact, voice)) }],
  });
}

function temporalOf(fact: RetentionFact, voice: ReportVoice): JsonObject {
  const { term } = fact.told.rule;
  const period = fact.told.unanchored ?? term?.period;
  return present({ description: whyKept(fact, voice), ttl: period === undefined ? undefined : isoOf(period) });
}

function recipientOf({ recipient, thirdCountries }: RecipientFact, voice: ReportVoice): JsonObject {
  const place = recipient.location?.in;
  const isKnown = place !== undefined;
  return present({
    name: recipient.name,
    category: voice.pick(recipient.title),
    role: recipient.role,
    unnamedBecause: recipient.unnamedBecause,
    countries: isKnown ? (place === 'worldwide' ? ['worldwide'] : [...place]) : undefined,
    thirdCountry: isKnown ? thirdCountries.length > 0 : undefined,
  });
}

function requestFile(register: SubjectReport['register'], voice: ReportVoice): JsonObject {
  return {
    _id: 'request-file',
    activity: voice.say('case.title'),
    category: voice.say('case.what'),
    purposes: [{ purpose: voice.say('case.basis'), legalBases: [REFERENCES.legal_obligation] }],
    legalBases: [{ reference: REFERENCES.legal_obligation, description: 'legal_obligation' }],
    storage: [
      { temporal: [{ description: caseRetention(register, voice), ttl: isoOf(calendarPeriod(register.caseRetention.length)) }] },
    ],
  };
}

/** What the fields are called in which the person has something. */
function titlesOf({ holdings }: ActivityBlock, voice: ReportVoice): readonly string[] {
  return [...new Set(holdings.flatMap((holding) => filledFields(holding).map((field) => voice.field(field))))];
}

function categoriesOf({ holdings }: ActivityBlock): readonly string[] {
  const all = holdings.flatMap((holding) => filledFields(holding).flatMap(({ category }) => category ?? []));
  return [...new Set(all)].sort();
}

function filledFields({ collection, filled }: Holding): readonly FieldSpec[] {
  const names = new Set(filled);
  return collection.fields.filter(({ name }) => names.has(name));
}

/** Consent that is explicit is consent of Art. 6, too. */
const REFERENCES: Readonly<Record<Basis, string>> = {
  consent: 'GDPR-6-1-a',
  explicit_consent: 'GDPR-6-1-a',
  contract: 'GDPR-6-1-b',
  legal_obligation: 'GDPR-6-1-c',
  vital: 'GDPR-6-1-d',
  public_task: 'GDPR-6-1-e',
  legitimate_interest: 'GDPR-6-1-f',
};

/** A period as ISO 8601 writes it. */
function isoOf({ years, months, days }: CalendarPeriod): string {
  const parts = [
    [years, 'Y'],
    [months, 'M'],
    [days, 'D'],
  ] as const;
  const text = parts.flatMap(([count, unit]) => (count > 0 ? [`${String(count)}${unit}`] : [])).join('');
  return text === '' ? 'P0D' : `P${text}`;
}
