import type { Wording } from '@habeas/core/law';
import type { Block } from '../../document/document.js';
import type { ActivityBlock } from '../subject-report.js';
import { listOf, paragraph, type ReportVoice } from './voice.js';

/** Whether programs decide, how, with which data and with what consequences (Art. 15(1)(h); REP-06). */
export function decisionsOf({ decisions }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  if (decisions === undefined) return [paragraph(voice.say('activity.decisions.unstated'))];
  const { level, logic, inputs, effect, consequences, humanRole } = decisions;
  const head = paragraph(voice.say(`activity.decisions.${level}`));
  if (level === 'none') return [head];
  const told = (key: 'inputs' | 'effect' | 'human', text: Wording | undefined): readonly string[] =>
    text === undefined ? [] : [voice.say(`activity.decisions.${key}`, { text: voice.pick(text) })];
  const owed = (key: 'logic' | 'consequences', text: Wording | undefined): string =>
    text === undefined
      ? voice.say(`activity.decisions.${key}.unstated`)
      : voice.say(`activity.decisions.${key}`, { text: voice.pick(text) });
  return [
    head,
    listOf([
      owed('logic', logic),
      ...told('inputs', inputs),
      ...told('effect', effect),
      owed('consequences', consequences),
      ...told('human', humanRole),
    ]),
  ];
}
