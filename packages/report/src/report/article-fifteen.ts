import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { isStated, type SupervisoryAuthority } from '@habeas/core/law';
import type { ReportLanguage } from '../catalogue/report.js';
import { disclosedData } from './article/disclosed-data.js';
import { present } from './article/present.js';
import { unstatedItems } from './article/unstated-items.js';
import { ReportVoice } from './compose/voice.js';
import type { ActivityBlock, ReportRight, SubjectReport } from './subject-report.js';

/**
 * The information of Art. 15(1)(a)-(h) and (2) GDPR for programs, in the shape of the Transparency Information Language (TILT,
 * https://github.com/Transparency-Information-Language/schema), as `schemas/article15.schema.json` describes it. Of the activities in
 * which the person has records, and with no value of any record: not even the names of those from whom the records say they came.
 * What the controller has not stated is absent, and listed under `unstated`: an empty list states that there is nothing. Keys and
 * items come in one order.
 */
export function articleFifteen(report: SubjectReport, language: ReportLanguage): JsonObject {
  const voice = new ReportVoice(language);
  const { register, blocks, snapshotAt, request, confirmation, isComplete } = report;
  // Of what another controller answers for, that one tells the rest (INT-07).
  const answered = blocks.filter(({ heldFor }) => heldFor === undefined);
  return {
    meta: {
      _id: request.reference,
      name: register.controller.name,
      created: snapshotAt.toISOString(),
      modified: snapshotAt.toISOString(),
      version: 1,
      language,
      status: 'active',
    },
    confirmation,
    complete: isComplete,
    ...limitOf(report, voice),
    controller: controllerOf(report),
    dataProtectionOfficer: officerOf(report),
    dataDisclosed: disclosedData(report, voice),
    thirdCountryTransfers: transfersOf(answered, voice),
    accessAndDataPortability: accessOf(report),
    sources: answered.map((block) => sourceOf(block, voice)),
    ...rightsOf(report, voice),
    automatedDecisionMaking: decisionsOf(answered, voice),
    unstated: unstatedItems(report),
  };
}

/** To an heir: for what they have data, and how much of what was found that does not need (PER-05). */
function limitOf({ request: { forHeir } }: SubjectReport, voice: ReportVoice): JsonObject {
  if (forHeir === undefined) return {};
  const outside = forHeir.outside.map(({ source, collection, records, files }) => ({
    source: voice.source(source),
    collection: voice.collection(collection),
    records,
    files,
  }));
  return { forHeir: present({ purpose: forHeir.purpose, outside }) };
}

function controllerOf({ register: { controller } }: SubjectReport): JsonObject {
  return present({
    name: controller.name,
    legalForm: controller.legalForm,
    address: controller.address,
    country: controller.country,
    representative: controller.representative === undefined ? undefined : { name: controller.representative },
    jointWith: controller.jointWith === undefined ? undefined : [...controller.jointWith],
  });
}

function officerOf({ register: { contacts } }: SubjectReport): JsonObject {
  const { dpo } = contacts;
  if (dpo === undefined || !isStated(dpo)) return {};
  return present({ name: dpo.name, email: dpo.email, phone: dpo.phone, address: dpo.post });
}

function transfersOf(blocks: readonly ActivityBlock[], voice: ReportVoice): readonly JsonObject[] {
  const facts = new Map(blocks.flatMap(({ recipients }) => recipients.map((fact) => [fact.id, fact] as const)));
  return [...facts.values()].flatMap(({ recipient, thirdCountries }) =>
    thirdCountries.map((country) => {
      const { safeguard } = recipient;
      return present({
        country,
        recipient: recipient.name ?? voice.pick(recipient.title),
        safeguard: safeguard?.type,
        description: safeguard?.text === undefined ? undefined : voice.pick(safeguard.text),
        copyFrom: safeguard?.copyFrom,
      });
    }),
  );
}

function accessOf({ register: { contacts } }: SubjectReport): JsonObject {
  const channels = (contacts.rightsChannels ?? []).filter(isStated);
  const value = (type: string): string | undefined => channels.find((channel) => channel.type === type)?.value;
  return present({
    available: true,
    url: value('portal'),
    email: value('email'),
    post: value('post'),
    phone: value('phone'),
    dataFormats: ['CSV', 'JSON'],
  });
}

function sourceOf({ id, origin }: ActivityBlock, voice: ReportVoice): JsonObject {
  const { stated, told } = origin;
  const sources = stated.map(({ title, thirdParty }) => ({ description: voice.pick(title), fromSubject: thirdParty !== true }));
  return { _id: id, sources, namedInRecords: told.length };
}

function rightsOf({ blocks, register }: SubjectReport, voice: ReportVoice): JsonObject {
  const right = (name: ReportRight): JsonObject => ({
    available: blocks.some(({ rights }) => rights.includes(name)),
    description: voice.say(`right.${name}`),
    activities: blocks.filter(({ rights }) => rights.includes(name)).map(({ id }) => id),
  });
  const always = (...names: readonly ReportRight[]): JsonObject => ({
    available: true,
    description: names.map((name) => voice.say(`right.${name}`)).join(' '),
  });
  return {
    rightToInformation: { available: true },
    rightToRectificationOrDeletion: always('rectification', 'erasure'),
    rightToRestriction: always('restriction'),
    rightToDataPortability: right('portability'),
    rightToWithdrawConsent: right('withdrawal'),
    rightToObject: right('objection'),
    rightToObjectToMarketing: right('marketing-objection'),
    rightToComplain: present({ available: true, supervisoryAuthority: authorityOf(register.supervisoryAuthority) }),
  };
}

function authorityOf(authority: SupervisoryAuthority | undefined): JsonObject | undefined {
  if (authority === undefined) return undefined;
  const { name, contact } = authority;
  return present({ name, address: contact?.post, phone: contact?.phone, website: contact?.url });
}

/** `inUse` is known where an activity is stated to decide, or all are stated not to. */
function decisionsOf(blocks: readonly ActivityBlock[], voice: ReportVoice): JsonObject {
  const levels = blocks.map(({ decisions }) => decisions?.level);
  const isInUse = levels.some((level) => level !== undefined && level !== 'none');
  const isKnown = isInUse || levels.every((level) => level === 'none');
  const activities: readonly JsonValue[] = blocks.flatMap(({ id, decisions }) => {
    if (decisions === undefined) return [];
    const { level, logic, inputs, effect, consequences, humanRole } = decisions;
    const told = (text: typeof logic): string | undefined => (text === undefined ? undefined : voice.pick(text));
    return [
      present({
        _id: id,
        level,
        logicInvolved: told(logic),
        inputs: told(inputs),
        effect: told(effect),
        scopeAndIntendedEffects: told(consequences),
        humanRole: told(humanRole),
      }),
    ];
  });
  return present({ inUse: isKnown ? isInUse : undefined, activities });
}
