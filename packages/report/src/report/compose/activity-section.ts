import type { FieldSpec } from '@habeas/connector-sdk';
import type { Block, Facts, Section, Text } from '../../document/document.js';
import type { ActivityBlock, PurposeFact } from '../subject-report.js';
import { decisionsOf } from './decisions.js';
import { keptInWords } from './kept.js';
import { originOf } from './origin.js';
import { portableOf } from './portable.js';
import { recipientLine } from './recipients.js';
import { activityId } from './section-ids.js';
import { listOf, paragraph, type ReportVoice, withinSentence } from './voice.js';

/** Everything that Art. 15(1)(a)-(h) and (2) want told of one activity (law §2). Of what another controller answers for, who that is. */
export function activitySection(block: ActivityBlock, voice: ReportVoice): Section {
  const { id, activity, records, heldFor } = block;
  const count = paragraph(voice.say('activity.records', { records }));
  return {
    kind: 'section',
    id: activityId(id),
    title: voice.pick(activity.title),
    blocks: heldFor === undefined ? [count, { kind: 'facts', facts: factsOf(block, voice) }] : [count, heldForNote(block, voice)],
  };
}

/** INT-07: that controller has to answer. */
function heldForNote({ heldFor }: ActivityBlock, voice: ReportVoice): Block {
  const controller = heldFor?.controller;
  const text =
    controller === undefined
      ? voice.say('activity.heldFor.unstated')
      : voice.say('activity.heldFor', { controller: withinSentence(voice.pick(controller)) });
  return { kind: 'note', tone: 'warning', title: voice.say('activity.heldFor.title'), blocks: [paragraph(text)] };
}

function factsOf(block: ActivityBlock, voice: ReportVoice): Facts['facts'] {
  const fact = (term: string, value: readonly Block[]): Facts['facts'][number] => ({ term, value });
  return [
    fact(voice.say('activity.purposes'), purposesOf(block, voice)),
    fact(voice.say('activity.categories'), categoriesOf(block, voice)),
    fact(voice.say('activity.recipients'), recipientsOf(block, voice)),
    fact(voice.say('activity.retention'), [listOf(keptInWords(block.retention, voice))]),
    fact(voice.say('activity.origin'), originOf(block, voice)),
    fact(voice.say('activity.decisions'), decisionsOf(block, voice)),
    fact(voice.say('activity.portable'), portableOf(block, voice)),
  ];
}

/** Where the person has agreed to none of them, that is all there is to say; it does not mean that none is stated. */
function purposesOf({ purposes, withoutConsent }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const told = purposes.map((purpose) => purposeLine(purpose, voice));
  const refused = withoutConsent.map((title) => voice.pick(title));
  const isUnstated = told.length === 0 && refused.length === 0;
  return [
    ...(told.length === 0 ? [] : [listOf(told)]),
    ...(isUnstated ? [paragraph(voice.say('activity.purposes.unstated'))] : []),
    ...(refused.length === 0 ? [] : [paragraph(voice.say('activity.withoutConsent', { purposes: voice.list(refused) }))]),
  ];
}

function purposeLine({ title, bases }: PurposeFact, voice: ReportVoice): string {
  const told = bases.map(({ basis, interest }) => {
    if (basis !== 'legitimate_interest') return voice.say(`basis.${basis}`);
    return interest === undefined
      ? voice.say('basis.legitimate_interest.unstated')
      : voice.say('basis.legitimate_interest', { interest: withinSentence(voice.pick(interest)) });
  });
  const basis = told.length === 0 ? voice.say('basis.none') : told.join(voice.say('basis.or'));
  return voice.say('activity.purpose', { title: voice.pick(title), basis });
}

/** The fields that hold something of this person, each once (Art. 15(1)(b)). */
function categoriesOf({ holdings, conditions }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const filled = holdings.flatMap(({ collection, filled: names }) => {
    const told = new Set(names);
    return collection.fields.filter(({ name }) => told.has(name));
  });
  const titles = (fields: readonly FieldSpec[]): string => voice.list([...new Set(fields.map((field) => voice.field(field)))]);
  const special = filled.filter((field) => field.special === true);
  if (special.length === 0) return [paragraph(titles(filled))];
  const allowed =
    conditions.length === 0
      ? voice.say('activity.special.unstated')
      : voice.say('activity.special.condition', {
          conditions: voice.list(conditions.map((each) => voice.say(`condition.${each}`))),
        });
  return [paragraph(titles(filled)), paragraph(`${voice.say('activity.special', { fields: titles(special) })} ${allowed}`)];
}

function recipientsOf({ recipients, areRecipientsStated }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  if (recipients.length > 0) return [listOf(recipients.map((fact): Text => recipientLine(fact, voice)))];
  return [paragraph(voice.say(areRecipientsStated ? 'activity.recipients.none' : 'activity.recipients.unstated'))];
}
