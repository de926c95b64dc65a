import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { ReportLanguage } from '../catalogue/report.js';
import { whyKept } from './compose/kept.js';
import { ReportVoice } from './compose/voice.js';
import type { ActivityBlock, RecipientFact, SubjectReport } from './subject-report.js';

/**
 * The information of Art. 15(1)(a)-(h) and (2) GDPR for programs, in the shape of the Transparency Information Language (TILT,
 * https://github.com/Transparency-Information-Language/schema). Of the activities in which the person has records, and with no value of any
 * record. What the controller has not stated is absent or empty. Keys come in one order.
 */
export function articleFifteen(report: SubjectReport, language: ReportLanguage): JsonObject {
  const voice = new ReportVoice(language);
  const { register, blocks, snapshotAt, request } = report;
  return {
    meta: {
      _id: request.reference,
      name: register.controller.name,
      created: request.receivedAt.toISOString(),
      modified: snapshotAt.toISOString(),
      version: 1,
      language,
      status: 'active',
    },
    controller: controllerOf(report),
    dataProtectionOfficer: present({
      ...pick(register.contacts.dpo ?? {}, 'name', 'email', 'phone'),
      address: register.contacts.dpo?.post,
    }),
    dataDisclosed: blocks.map((block) => disclosed(block, voice)),
    thirdCountryTransfers: transfersOf(blocks, voice),
    accessAndDataPortability: accessOf(report),
    sources: blocks.map((block) => sourceOf(block, voice)),
    ...rightsOf(report, voice),
    automatedDecisionMaking: decisionsOf(blocks, voice),
  };
}

function controllerOf({ register: { controller } }: SubjectReport): JsonObject {
  return present({
    name: controller.name,
    division: controller.legalForm,
    address: controller.address,
    country: controller.country,
    representative: controller.representative === undefined ? undefined : { name: controller.representative },
  });
}

function disclosed(block: ActivityBlock, voice: ReportVoice): JsonObject {
  const { id, activity, purposes, recipients, retention, holdings } = block;
  const bases = purposes.flatMap((purpose) => purpose.bases);
  return {
    _id: id,
    category: voice.pick(activity.title),
    purposes: purposes.map(({ title }) => ({ purpose: voice.pick(title), description: voice.pick(title) })),
    legalBases: [...new Set(bases.map(({ basis }) => basis))].map((basis) => ({
      reference: REFERENCES[basis],
      description: basis,
    })),
    legitimateInterests: bases
      .filter(({ basis }) => basis === 'legitimate_interest')
      .map(({ interest }) => present({ exists: true, reasoning: interest === undefined ? undefined : voice.pick(interest) })),
    recipients: recipients.map((fact) => recipientOf(fact, voice)),
    storage: [
      {
        temporal: retention.map((fact) =>
          present({
            description: whyKept(fact, voice),
            ttl: fact.group.isAssumed ? undefined : ttlOf(fact.group.rule.term?.period),
          }),
        ),
      },
    ],
    dataCategories: [...new Set(holdings.flatMap(categoriesOf))].sort(),
  };
}

function categoriesOf({ collection, filled }: ActivityBlock['holdings'][number]): readonly string[] {
  return collection.fields.flatMap(({ name, category }) => (category !== undefined && filled.includes(name) ? [category] : []));
}

function recipientOf({ recipient, thirdCountries }: RecipientFact, voice: ReportVoice): JsonObject {
  const place = recipient.location?.in;
  return present({
    name: recipient.name,
    category: voice.pick(recipient.title),
    role: recipient.role,
    countries: place === undefined ? undefined : place === 'worldwide' ? ['worldwide'] : [...place],
    thirdCountry: thirdCountries.length > 0,
  });
}

function transfersOf(blocks: readonly ActivityBlock[], voice: ReportVoice): readonly JsonObject[] {
  const facts = new Map(blocks.flatMap(({ recipients }) => recipients.map((fact) => [fact.id, fact] as const)));
  return [...facts.values()].flatMap(({ recipient, thirdCountries }) =>
    thirdCountries.map((country) => {
      const { safeguard } = recipient;
      const isStated = safeguard !== undefined && safeguard.assumed !== true;
      return present({
        country,
        recipient: recipient.name ?? voice.pick(recipient.title),
        safeguard: isStated ? safeguard.type : undefined,
        description: isStated && safeguard.text !== undefined ? voice.pick(safeguard.text) : undefined,
        copyFrom: isStated ? safeguard.copyFrom : undefined,
      });
    }),
  );
}

function accessOf({ register: { contacts } }: SubjectReport): JsonObject {
  const channels = contacts.rightsChannels ?? [];
  const value = (type: string): string | undefined => channels.find((channel) => channel.type === type)?.value;
  return present({
    available: true,
    url: value('portal'),
    email: value('email') ?? contacts.dpo?.email,
    post: value('post'),
    dataFormats: ['CSV', 'JSON'],
  });
}

function sourceOf({ id, origin }: ActivityBlock, voice: ReportVoice): JsonObject {
  const stated = origin.stated.map(({ title, thirdParty }) => ({
    description: voice.pick(title),
    fromSubject: thirdParty !== true,
  }));
  const told = origin.told.map(({ name }) => ({ description: name, fromSubject: false }));
  return { _id: id, sources: [...stated, ...told] };
}

function rightsOf({ rights, register }: SubjectReport, voice: ReportVoice): JsonObject {
  const right = (name: (typeof rights)[number]): JsonObject => ({
    available: rights.includes(name),
    description: voice.say(`right.${name}`),
  });
  const { supervisoryAuthority: authority } = register;
  return {
    rightToInformation: { available: true },
    rightToRectificationOrDeletion: {
      available: true,
      description: `${voice.say('right.rectification')} ${voice.say('right.erasure')}`,
    },
    rightToDataPortability: right('portability'),
    rightToWithdrawConsent: right('withdrawal'),
    rightToObject: right('objection'),
    rightToComplain: {
      available: true,
      supervisoryAuthority: present({
        name: authority?.name,
        address: authority?.contact?.post,
        phone: authority?.contact?.phone,
        website: authority?.contact?.url,
      }),
    },
  };
}

function decisionsOf(blocks: readonly ActivityBlock[], voice: ReportVoice): readonly JsonObject[] {
  return blocks.map(({ id, decisions }) =>
    present({
      _id: id,
      inUse: decisions === undefined ? undefined : decisions.level !== 'none',
      level: decisions?.level,
      logicInvolved: decisions?.logic === undefined ? undefined : voice.pick(decisions.logic),
      scopeAndIntendedEffects: decisions?.consequences === undefined ? undefined : voice.pick(decisions.consequences),
    }),
  );
}

const REFERENCES = {
  consent: 'GDPR-6-1-a',
  explicit_consent: 'GDPR-9-2-a',
  contract: 'GDPR-6-1-b',
  legal_obligation: 'GDPR-6-1-c',
  vital: 'GDPR-6-1-d',
  public_task: 'GDPR-6-1-e',
  legitimate_interest: 'GDPR-6-1-f',
} as const;

/** A period as ISO 8601 writes it. */
function ttlOf(
  period: { readonly years: number; readonly months: number; readonly days: number } | undefined,
): string | undefined {
  if (period === undefined) return undefined;
  const { years, months, days } = period;
  const text = [
    years > 0 ? `${String(years)}Y` : '',
    months > 0 ? `${String(months)}M` : '',
    days > 0 ? `${String(days)}D` : '',
  ].join('');
  return text === '' ? 'P0D' : `P${text}`;
}

function pick<Key extends string>(
  object: Readonly<Partial<Record<Key, string>>>,
  ...keys: readonly Key[]
): Record<string, string | undefined> {
  return Object.fromEntries(keys.map((key) => [key, object[key]]));
}

/** The object without what is not known. */
function present(values: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}
