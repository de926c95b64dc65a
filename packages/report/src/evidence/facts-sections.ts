import { type BundleFacts, explainProof } from '@habeas/core';
import { DEADLINE_CATALOGUES, type Deadlines, explainDeadlines, explainGate } from '@habeas/core/law';
import type { Block, Section, Table } from '../document/document.js';
import type { EvidenceKey } from '../catalogue/evidence.js';
import type { EvidenceVoice } from './evidence-voice.js';

export function requestSection({ request }: BundleFacts, voice: EvidenceVoice): Section {
  const facts = [
    { term: voice.say('request.reference'), value: request.reference },
    { term: voice.say('request.id'), value: voice.code(request.id) },
    { term: voice.say('request.state'), value: voice.say(`state.${request.state}`) },
    { term: voice.say('request.rights'), value: request.rights.map((right) => voice.say(`right.${right}`)).join(', ') },
    { term: voice.say('request.receivedAt'), value: voice.moment(request.receivedAt) },
    { term: voice.say('request.openedAt'), value: voice.moment(request.openedAt) },
    { term: voice.say('request.language'), value: voice.code(request.language) },
    ...(request.onBehalf === undefined ? [] : [{ term: voice.say('request.onBehalf'), value: voice.code(request.onBehalf) }]),
  ];
  return section('request', voice, [{ kind: 'facts', facts }]);
}

/** Each date with how it came about, and everything that moved it (DLN-01 to DLN-08). */
export function deadlinesSection({ deadlines, clock }: BundleFacts, voice: EvidenceVoice): Section {
  const { calendar, zone, pausedDays, isExtended, lateFrom } = deadlines;
  const dates: Deadlines = { ...deadlines, lateFrom: new Date(lateFrom) };
  const parts = { zone, calendar: calendar.id, version: calendar.version, late: voice.moment(lateFrom), paused: pausedDays };
  const explained = explainDeadlines(dates, DEADLINE_CATALOGUES[voice.language]).map(({ title, sentences, verified }) => ({
    term: title,
    value: [
      { kind: 'list', items: sentences } as const,
      ...(verified ? [] : [voice.paragraph('deadlines.unverified')]),
    ] satisfies readonly Block[],
  }));
  return section('deadlines', voice, [
    voice.paragraph('deadlines.lead', parts),
    voice.paragraph(isExtended ? 'deadlines.extended' : 'deadlines.notExtended'),
    { kind: 'facts', facts: explained },
    ...questions(clock, voice),
    ...(clock.extension === undefined ? [] : [extension(clock.extension, voice)]),
    voice.paragraph('clock.reminders', { count: clock.reminders.length }),
  ]);
}

function questions({ questions: asked }: BundleFacts['clock'], voice: EvidenceVoice): readonly Block[] {
  return table(
    voice,
    { caption: 'clock.questions', columns: ['clock.askedAt', 'clock.about', 'clock.by', 'clock.answeredAt'] },
    asked.map(({ about, askedAt, askedBy, answeredAt }) => [
      voice.moment(askedAt),
      voice.code(about.kind === 'identity' ? `${about.kind}: ${about.doubt}` : about.kind),
      voice.code(askedBy),
      voice.moment(answeredAt),
    ]),
  );
}

function extension(
  { reason, decidedAt, noticeSentAt }: NonNullable<BundleFacts['clock']['extension']>,
  voice: EvidenceVoice,
): Block {
  const parts = { reason, decided: voice.moment(decidedAt), sent: voice.moment(noticeSentAt) };
  return voice.paragraph('clock.extension', parts);
}

/** What else the same message asked for, and what became of it (INT-11). What people wrote about it stays in the case. */
export function otherRightsSection({ clock: { otherRights = [] } }: BundleFacts, voice: EvidenceVoice): Section {
  if (otherRights.length === 0) return section('others', voice, [voice.paragraph('others.none')]);
  return section('others', voice, [
    voice.paragraph('others.lead'),
    ...table(
      voice,
      {
        caption: 'others.title',
        columns: ['others.right', 'others.notedAt', 'proof.by', 'others.outcome', 'others.endedAt', 'others.endedBy', 'others.isWishedFirst'], // prettier-ignore
      },
      otherRights.map(({ right, notedAt, notedBy, outcome, endedAt, endedBy, isWishedFirst = false }) => [
        ...[voice.say(`others.${right}`), voice.moment(notedAt), voice.code(notedBy)],
        ...[voice.say(`others.${outcome ?? 'open'}`), voice.moment(endedAt), voice.code(endedBy), voice.isSo(isWishedFirst)],
      ]),
    ),
  ]);
}

/** How sure it was who asked, and by what (IDV-02). */
export function proofSection({ proof, identifiers }: BundleFacts, voice: EvidenceVoice): Section {
  const { required, reached, isEnough, reasons, brought, doubts } = proof;
  const standing = { required, reached: reached ?? voice.say('proof.nothing'), isEnough: String(isEnough) };
  return section('proof', voice, [
    voice.paragraph('proof.standing', standing),
    { kind: 'list', items: reasons.map((reason) => explainProof(reason, voice.language)) },
    ...table(
      voice,
      { caption: 'proof.brought', columns: ['proof.kind', 'proof.at', 'proof.by'] },
      brought.map(({ kind, at, by }) => [voice.code(kind), voice.moment(at), voice.code(by)]),
    ),
    ...(doubts.length === 0
      ? []
      : [voice.paragraph('proof.doubts', { doubts: doubts.map(({ because }) => because).join(', ') })]),
    ...decidedOn(proof, voice),
    ...table(
      voice,
      { caption: 'proof.identifiers', columns: ['proof.kind', 'proof.keyed', 'proof.isProved'] },
      identifiers.map(({ kind, keyed, isProved }) => [voice.code(kind), voice.code(keyed), voice.isSo(isProved)]),
    ),
  ]);
}

function decidedOn({ document, representation }: BundleFacts['proof'], voice: EvidenceVoice): readonly Block[] {
  const checked = document?.['checked'] as { readonly outcome: string; readonly kind: string } | undefined;
  const outcome = checked === undefined ? voice.say('proof.open') : `${checked.outcome} (${checked.kind})`;
  const asked = { at: voice.moment(document?.['demandedAt'] as string | undefined), outcome };
  return [
    ...(document === undefined ? [] : [voice.paragraph('proof.document', asked)]),
    ...(representation === undefined
      ? []
      : [
          voice.paragraph('proof.representation', {
            outcome: representation.outcome,
            at: voice.moment(representation.at),
            evidence: representation.evidence,
          }),
        ]),
  ];
}

/** Every source with what came of it (SCP-09), and what people searched. */
export function searchSection({ search }: BundleFacts, voice: EvidenceVoice): Section {
  const { complete, included, queued, ledger, tasks } = search;
  return section('search', voice, [
    voice.paragraph('search.lead', { included, queued, complete: complete === undefined ? 'open' : String(complete) }),
    ...table(
      voice,
      {
        caption: 'search.ledger',
        columns: ['search.source', 'search.collection', 'search.outcome', 'search.records', 'search.files', 'search.attempts', 'search.message'], // prettier-ignore
      },
      ledger.map(({ source, collection, outcome, records, files, attempts, message }) => [
        ...[voice.code(source), voice.code(collection), voice.code(outcome)],
        ...[String(records), String(files), String(attempts), message ?? voice.say('nothing')],
      ]),
    ),
    ...table(
      voice,
      { caption: 'search.tasks', columns: ['search.source', 'search.openedAt', 'search.endedAt', 'search.outcome', 'proof.by'] },
      tasks.map(({ source, openedAt, end }) => [
        ...[voice.code(source), voice.moment(openedAt), voice.moment(end?.at), voice.code(end?.outcome), voice.code(end?.by)],
      ]),
    ),
  ]);
}

/** What stood in the way of its going out by itself (OUT-08). */
export function gateSection({ gate }: BundleFacts, voice: EvidenceVoice): Section {
  if (gate === undefined) return section('gate', voice, [voice.paragraph('gate.none')]);
  const reasons = gate.release === 'automatic' ? [] : gate.reasons.map((reason) => explainGate(reason, voice.language).what);
  return section('gate', voice, [
    voice.paragraph(`gate.${gate.release}`),
    ...(reasons.length === 0 ? [] : [{ kind: 'list', items: reasons } as const]),
  ]);
}

/** Each answer by what it hashes to. */
export function answersSection({ answers }: BundleFacts, voice: EvidenceVoice): Section {
  if (answers.length === 0) return section('answers', voice, [voice.paragraph('answers.none')]);
  return section(
    'answers',
    voice,
    table(
      voice,
      {
        caption: 'answers.title',
        columns: [
          'answers.releasedAt',
          'answers.expiresAt',
          'answers.missing',
          'search.records',
          'answers.bytes',
          'answers.sha256',
        ],
      },
      answers.map(({ releasedAt, expiresAt, missing, archive }) => [
        ...[voice.moment(releasedAt), voice.moment(expiresAt), voice.code(missing.join(', '))],
        ...[String(archive.records), String(archive.bytes), voice.code(archive.sha256)],
      ]),
    ),
  );
}

type Named = Extract<EvidenceKey, `${string}.title`> extends `${infer Name}.title` ? Name : never;

/** A section by its name in the catalogue. */
export function section(name: Named, voice: EvidenceVoice, blocks: readonly Block[]): Section {
  return { kind: 'section', id: name, title: voice.say(`${name}.title`), blocks };
}

/** A table; nothing, where it has no rows. */
export function table(
  voice: EvidenceVoice,
  { caption, columns }: { readonly caption: EvidenceKey; readonly columns: readonly EvidenceKey[] },
  rows: Table['rows'],
): readonly Block[] {
  if (rows.length === 0) return [];
  return [{ kind: 'table', caption: voice.say(caption), columns: columns.map((key) => ({ title: voice.say(key) })), rows }];
}
