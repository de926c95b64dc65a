import type { Block } from '../../document/document.js';
import type { ActivityBlock } from '../subject-report.js';
import { listOf, type ReportVoice } from './voice.js';

/** From whom the data came: what records name, and what the controller states of the activity (Art. 15(1)(g); REP-05). */
export function originOf({ origin }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const { stated, told, untold, isMoreTold } = origin;
  const own = stated.filter(({ thirdParty }) => thirdParty !== true).map(({ title }) => voice.pick(title));
  const others = stated.filter(({ thirdParty }) => thirdParty === true).map(({ title }) => voice.pick(title));
  const names = told.map(({ name, records }) => voice.say('activity.origin.told', { name, records }));
  const lines = [
    ...(own.length === 0 ? [] : [voice.say('activity.origin.subject', { ways: voice.list(own) })]),
    ...(others.length === 0 ? [] : [voice.say('activity.origin.others', { sources: voice.list(others) })]),
    ...(names.length === 0 ? [] : [voice.say('activity.origin.records', { names: voice.list(names) })]),
    ...(isMoreTold ? [voice.say('activity.origin.more')] : []),
    ...(untold === 0 ? [] : [voice.say('activity.origin.untold', { records: untold })]),
  ];
  return [listOf(lines.length === 0 ? [voice.say('activity.origin.unstated')] : lines)];
}
