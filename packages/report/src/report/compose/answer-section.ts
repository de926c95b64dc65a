import type { Block, Facts, Section } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { paragraph, type ReportVoice } from './voice.js';

/** The first lines: whether data are processed, as of when, by whom, and where was searched (REP-01). */
export function answerSection(report: SubjectReport, voice: ReportVoice): Section {
  const { confirmation, isComplete } = report;
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
      paragraph([{ text: voice.say(`answer.${confirmation}`), style: 'strong' }]),
      ...(isComplete ? [] : [warning]),
      { kind: 'facts', facts: facts(report, voice) },
      ...(confirmation === 'held' ? [paragraph(voice.say('answer.layers'))] : []),
    ],
  };
}

function facts(
  { request, register, view, snapshotAt, searchedWith, sources }: SubjectReport,
  voice: ReportVoice,
): Facts['facts'] {
  const { controller, contacts } = register;
  const officer = [contacts.dpo?.name, contacts.dpo?.email, contacts.dpo?.phone, contacts.dpo?.post].filter(isGiven);
  const identity = [controller.name, controller.legalForm, controller.address, voice.country(controller.country)].filter(isGiven);
  return [
    { term: voice.say('answer.reference'), value: request.reference },
    { term: voice.say('answer.received'), value: voice.book.moment(request.receivedAt, view.timeZone) },
    { term: voice.say('answer.snapshot'), value: voice.book.moment(snapshotAt, view.timeZone) },
    { term: voice.say('answer.controller'), value: identity.join(', ') },
    ...(controller.representative === undefined
      ? []
      : [{ term: voice.say('answer.representative'), value: controller.representative }]),
    {
      term: voice.say('answer.officer'),
      value: officer.length === 0 ? voice.say('answer.officer.unstated') : officer.join(', '),
    },
    { term: voice.say('answer.searchedWith'), value: voice.list(searchedWith.map((kind) => voice.say(`kind.${kind}`))) },
    { term: voice.say('answer.sources'), value: voice.list(sources.map(({ title }) => title)) },
  ];
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined;
}
