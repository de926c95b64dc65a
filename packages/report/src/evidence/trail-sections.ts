import type { BundleFacts } from '@habeas/core';
import type { Block, Section } from '../document/document.js';
import type { EvidenceVoice } from './evidence-voice.js';
import { section, table } from './facts-sections.js';
import type { ShownEntry } from './shown-entry.js';

/** What people look at of a subject: each look is a consultation (LOG-03). */
const CONSULTATIONS =
  /^(?:finding|match|asked|overdue|task)\.read$|^report\.preview$|^archive\.download$|^identity\.document\.look$|^evidence\.export$/u;
const WRITTEN = /^(?:letter|message)\./u;
const WAYS = /^delivery\./u;
const DECISIONS =
  /^request\.(?!open$)|^match\.review$|^task\.end$|^identity\.(?:doubt|representation|document\.demand|document\.check)$|^addition\./u;

/** The entries of the trail, by what they tell of, and then all of them. */
export function trailSections(facts: BundleFacts, entries: readonly ShownEntry[], voice: EvidenceVoice): readonly Section[] {
  const of = (pattern: RegExp): readonly Block[] =>
    entryTable(
      entries.filter(({ action }) => pattern.test(action)),
      voice,
    );
  return [
    section('decisions', voice, [...of(DECISIONS), ...reasonsOf(facts, voice)]),
    section('letters', voice, of(WRITTEN)),
    section('downloads', voice, of(WAYS)),
    section('consultations', voice, of(CONSULTATIONS)),
    section('trail', voice, [
      {
        kind: 'table',
        caption: voice.say('trail.title'),
        columns: (['trail.sequence', 'trail.at', 'trail.action', 'trail.hash'] as const).map((key) => ({
          title: voice.say(key),
        })),
        rows: entries.map(({ sequence, at, action, hash }) => [String(sequence), at, voice.code(action), voice.code(hash)]),
      },
    ]),
  ];
}

function entryTable(entries: readonly ShownEntry[], voice: EvidenceVoice): readonly Block[] {
  if (entries.length === 0) return [voice.paragraph('trail.none')];
  return table(
    voice,
    { caption: 'trail.title', columns: ['trail.sequence', 'trail.at', 'trail.actor', 'trail.action', 'trail.details'] },
    entries.map(({ sequence, at, actor, action, outcome, details }) => [
      ...[String(sequence), voice.moment(at), voice.code(`${actor.kind} ${actor.id}`)],
      voice.code(outcome === 'done' ? action : `${action} (${outcome})`),
      voice.code(JSON.stringify(details)),
    ]),
  );
}

function reasonsOf({ reasons = [] }: BundleFacts, voice: EvidenceVoice): readonly Block[] {
  return table(
    voice,
    {
      caption: 'decisions.reasons',
      columns: ['trail.at', 'trail.actor', 'trail.action', 'decisions.ground', 'decisions.reason', 'decisions.shown'],
    },
    reasons.map((decision) => {
      const { at, by, event, reason, as, ground } = decision;
      const rests = as ?? ground?.ground;
      const basis = rests === undefined ? '' : voice.code(rests);
      return [voice.moment(at), voice.code(by), voice.code(event), basis, reason, shownBy(decision)];
    }),
  );
}

/** What shows the ground of a refusal: the burden of it is the controller's (Art. 12(5)). */
function shownBy({ ground }: NonNullable<BundleFacts['reasons']>[number]): string {
  switch (ground?.ground) {
    case undefined:
      return '';
    case 'abuse':
      return `${ground.aim} ${ground.intent}`;
    case 'legal_restriction':
      return `${ground.lawRef}: ${ground.why}`;
    case 'excessive':
      return `${ground.lastRequestOn}: ${ground.evidence}`;
    case 'manifestly_unfounded':
      return ground.evidence;
  }
}
