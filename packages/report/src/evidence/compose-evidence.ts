import type { BundleFacts } from '@habeas/core';
import { dateIn, type Language } from '@habeas/core/law';
import type { Block, ReadableDocument, Section } from '../document/document.js';
import { EvidenceVoice } from './evidence-voice.js';
import { answersSection, deadlinesSection, gateSection, otherRightsSection, proofSection, requestSection, searchSection } from './facts-sections.js'; // prettier-ignore
import type { ShownEntry } from './shown-entry.js';
import { trailSections } from './trail-sections.js';

/** What an evidence bundle says, once it was verified or before it is signed. */
export interface EvidenceContent {
  readonly facts: BundleFacts;
  readonly entries: readonly ShownEntry[];
  /** What the trail had come to: a signed note. */
  readonly checkpoint: string;
}

/** The page of an evidence bundle: the same facts as its file, for people to read and to print (LOG-05). */
export function composeEvidence({ facts, entries, checkpoint }: EvidenceContent, language: Language): ReadableDocument {
  const voice = new EvidenceVoice(language, facts.deadlines.zone);
  return {
    language,
    title: voice.say('title', { reference: facts.request.reference }),
    author: facts.controller.name,
    date: dateIn(new Date(facts.made.at), facts.deadlines.zone),
    blocks: [
      voice.paragraph('made.lead'),
      ...madeBy(facts, voice),
      requestSection(facts, voice),
      deadlinesSection(facts, voice),
      otherRightsSection(facts, voice),
      proofSection(facts, voice),
      searchSection(facts, voice),
      gateSection(facts, voice),
      answersSection(facts, voice),
      ...trailSections(facts, entries, voice),
      howToVerify(checkpoint, voice),
    ],
  };
}

function madeBy({ made, request }: BundleFacts, voice: EvidenceVoice): readonly Block[] {
  const facts = [
    { term: voice.say('made.at'), value: voice.moment(made.at) },
    { term: voice.say('made.by'), value: voice.code(made.by) },
  ];
  const gone = { kind: 'note', tone: 'info', blocks: [voice.paragraph('made.destroyed')] } as const;
  return [{ kind: 'facts', facts }, ...(request.isKept ? [] : [gone])];
}

function howToVerify(checkpoint: string, voice: EvidenceVoice): Section {
  const lines = checkpoint
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  return {
    kind: 'section',
    id: 'verify',
    title: voice.say('verify.title'),
    blocks: [
      voice.paragraph('verify.lead'),
      { kind: 'lines', lines: [voice.code(voice.say('verify.command'))] },
      { kind: 'lines', lines: lines.map((line) => voice.code(line)) },
    ],
  };
}
