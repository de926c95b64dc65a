import type { Block } from '../../document/document.js';
import type { ActivityBlock, OriginFact } from '../subject-report.js';
import { listOf, type ReportVoice } from './voice.js';

/** From whom the data came: those that records name, and for other records what the controller states (Art. 15(1)(g); REP-05). */
export function originOf({ origin }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const { told, untold, isMoreTold } = origin;
  const names = told.map(({ name, records }) => voice.say('activity.origin.told', { name, records }));
  if (names.length === 0) return [listOf(statedLines(origin, voice))];
  return [
    listOf([
      voice.say('activity.origin.records', { names: voice.list(names) }),
      ...(isMoreTold ? [voice.say('activity.origin.more')] : []),
      ...(untold === 0 ? [] : [voice.say('activity.origin.untold', { records: untold }), ...statedLines(origin, voice)]),
    ]),
  ];
}

/** What the controller states of the activity. Others than the person are named by nobody here: that is said, too. */
function statedLines({ stated }: OriginFact, voice: ReportVoice): readonly string[] {
  const own = stated.filter(({ thirdParty }) => thirdParty !== true).map(({ title }) => voice.pick(title));
  const others = stated.filter(({ thirdParty }) => thirdParty === true).map(({ title }) => voice.pick(title));
  if (stated.length === 0) return [voice.say('activity.origin.unstated')];
  return [
    ...(own.length === 0 ? [] : [voice.say('activity.origin.subject', { ways: voice.list(own) })]),
    ...(others.length === 0 ? [] : [voice.say('activity.origin.others', { sources: voice.list(others) })]),
  ];
}
