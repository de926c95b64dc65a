import { isStated } from '@habeas/core/law';
import type { Block, Facts, Section } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { paragraph, type ReportVoice } from './voice.js';

/** The first lines: whether data are processed, as of when, by whom, and where was searched (REP-01). */
export function answerSection(report: SubjectReport, voice: ReportVoice): Section {
  const { confirmation, isComplete, request } = report;
  const isHeld = confirmation === 'held';
  const warning: Block = {
    kind: 'note',
    tone: 'warning',
    title: voice.say('answer.incomplete.title'),
    blocks: [paragraph(voice.say('answer.incomplete'))],
  };
  return {
    kind: 'section',
    id: 'answer',
    title: voice.say('answer.title'),
    blocks: [
      paragraph([
        { text: voice.say(isHeld && request.forHeir !== undefined ? 'heir.held' : `answer.${confirmation}`), style: 'strong' },
      ]),
      ...(isComplete ? [] : [warning]),
      ...addition(report, voice),
      { kind: 'facts', facts: facts(report, voice) },
      ...(isHeld ? [paragraph(voice.say('answer.layers'))] : []),
    ],
  };
}

/** What was missing in the answer before it, and of that is here now. */
function addition({ request: { earlier }, sources, view, account }: SubjectReport, voice: ReportVoice): readonly Block[] {
  if (earlier === undefined) return [];
  const missing = sources.filter(({ id }) => earlier.missing.includes(id));
  const at = voice.book.moment(earlier.releasedAt, view.timeZone);
  const lines = missing.map((source) => {
    const own = account.ledger.filter((entry) => entry.source.id === source.id);
    const key = own.some(({ blocking }) => blocking) ? 'answer.addition.still' : 'answer.addition.now';
    return voice.say(key, { source: voice.source(source), records: own.reduce((sum, { records }) => sum + records, 0) });
  });
  const blocks: readonly Block[] = [paragraph(voice.say('answer.addition', { at })), { kind: 'list', items: lines }];
  return [{ kind: 'section', id: 'addition', title: voice.say('answer.addition.title'), blocks }];
}

function facts(report: SubjectReport, voice: ReportVoice): Facts['facts'] {
  const { request, view, snapshotAt, searchedWith, sources } = report;
  return [
    { term: voice.say('answer.reference'), value: request.reference },
    { term: voice.say('answer.received'), value: voice.book.moment(request.receivedAt, view.timeZone) },
    { term: voice.say('answer.snapshot'), value: voice.book.moment(snapshotAt, view.timeZone) },
    { term: voice.say('answer.period'), value: voice.say(request.forHeir === undefined ? 'answer.period.whole' : 'heir.period') },
    ...whoFacts(report, voice),
    ...(searchedWith.length === 0
      ? []
      : [{ term: voice.say('answer.searchedWith'), value: voice.list(searchedWith.map((kind) => voice.say(`kind.${kind}`))) }]),
    { term: voice.say('answer.sources'), value: voice.list(sources.map((source) => voice.source(source))) },
  ];
}

function whoFacts({ register: { controller, contacts } }: SubjectReport, voice: ReportVoice): Facts['facts'] {
  const dpo = contacts.dpo !== undefined && isStated(contacts.dpo) ? contacts.dpo : undefined;
  const officer = [dpo?.name, dpo?.email, dpo?.phone, dpo?.post].filter(isGiven);
  const identity = [controller.name, controller.legalForm, controller.address, voice.country(controller.country)].filter(isGiven);
  const { representative, jointWith } = controller;
  return [
    { term: voice.say('answer.controller'), value: identity.join(', ') },
    ...(representative === undefined ? [] : [{ term: voice.say('answer.representative'), value: representative }]),
    ...(jointWith === undefined ? [] : [{ term: voice.say('answer.jointWith'), value: voice.list(jointWith) }]),
    {
      term: voice.say('answer.officer'),
      value: officer.length === 0 ? voice.say('answer.officer.unstated') : officer.join(', '),
    },
  ];
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined;
}
