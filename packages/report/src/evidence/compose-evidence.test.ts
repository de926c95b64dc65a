import { describe, expect, it } from '@jest/globals';
import { type BundleFacts, bundleFacts, type DataRequest } from '@habeas/core';
import { DEFAULT_DEADLINE_RULES, localDate } from '@habeas/core/law';
import { frenchCalendar, FULL_REQUEST, sampleRequest } from '@habeas/core/testing';
import { EVIDENCE_CATALOGUES, type EvidenceKey } from '../catalogue/evidence.js';
import { renderHtml } from '../html/render-html.js';
import { Phrasebook } from '../language/phrasebook.js';
import { renderText } from '../plain/render-text.js';
import { composeEvidence } from './compose-evidence.js';
import type { ShownEntry } from './shown-entry.js';

const SETTINGS = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const CHECKPOINT = 'example.test/trail\n9\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— example.test/trail abc\n';

function factsOf(request: DataRequest, more: Partial<BundleFacts> = {}): BundleFacts {
  const look = { settings: SETTINGS, at: new Date('2026-03-10T09:00:00Z') };
  const identifiers = [{ kind: 'email', keyed: 'k3yed', isProved: true } as const, { kind: 'name', isProved: false } as const];
  return { ...bundleFacts({ request, look, terms: {}, controllerName: 'The club', by: 'stf_1', identifiers }), ...more };
}

let place = 0;
function entry(action: string, more: Partial<ShownEntry> = {}): ShownEntry {
  const actor = { kind: 'staff', id: 'stf_7' } as const;
  place += 1;
  return {
    actor,
    action,
    outcome: 'done',
    details: { kind: 'x' },
    at: '2026-03-02T09:00:00.000Z',
    sequence: place,
    hash: 'h4sh',
    ...more,
  };
}

const page = (facts: BundleFacts, entries: readonly ShownEntry[], language: 'en' | 'fr' = 'en'): string =>
  renderText(composeEvidence({ facts, entries, checkpoint: CHECKPOINT }, language));

describe('the page of an evidence bundle (LOG-05)', () => {
  it.each(['en', 'fr'] as const)('says every fact of its file, in %s', (language) => {
    const document = { demandedAt: '2026-03-02T09:00:00.000Z', handedIn: 1, checked: { outcome: 'accepted', kind: 'passport' } };
    const full = factsOf(FULL_REQUEST);
    const facts = { ...full, proof: { ...full.proof, document } };
    const entries = [entry('request.open'), entry('request.release'), entry('letter.write'), entry('delivery.open'), entry('finding.read')]; // prettier-ignore
    const text = page(facts, entries, language);
    for (const said of [
      '2026-0001',
      'The club',
      'k3yed',
      'failed',
      'a'.repeat(64),
      'stf_7',
      'h4sh',
      'passport',
      'letter.write',
      'volume_of_data',
      'abc',
    ]) {
      expect(text.replace(/\s+/gu, '')).toContain(said.replace(/\s+/gu, ''));
    }
    expect([...renderHtml(composeEvidence({ facts, entries, checkpoint: CHECKPOINT }, language))].join('')).toContain(
      `<html lang="${language}">`,
    );
  });

  it('is there of a request of which nothing has happened, or nothing is kept', () => {
    const text = page(factsOf(sampleRequest({ state: 'shredded' })), []);
    expect(text).toContain('was destroyed');
    expect(text).toContain('The search is not over.');
    expect(text).toContain('None so far.');
  });

  it('says what was decided by itself, of documents that wait, and of who was refused', () => {
    const full = factsOf(FULL_REQUEST);
    const representation = {
      outcome: 'rejected',
      evidence: 'mandate',
      answerTo: 'person',
      at: '2026-03-03T09:00:00.000Z',
      by: 'stf_1',
    } as const;
    const proof = { ...full.proof, document: { demandedAt: '2026-03-02T09:00:00.000Z' }, representation };
    const said = { event: 'refuse', reason: 'It repeats another.', by: 'stf_1', at: '2026-03-03T09:00:00.000Z' } as const;
    const lastRequestOn = localDate('2026-02-01');
    const reasons = [
      { ...said, event: 'release' },
      { ...said, as: 'identity_not_proved' },
      { ...said, ground: { ground: 'manifestly_unfounded', evidence: 'They ask for a room.' } },
      { ...said, ground: { ground: 'excessive', lastRequestOn, evidence: 'Nothing is new.' } },
      { ...said, ground: { ground: 'abuse', aim: 'They want no data.', intent: 'They want money.' } },
      { ...said, ground: { ground: 'legal_restriction', lawRef: 'Art. 11 CPP', why: 'An inquiry goes on.' } },
    ] as const;
    const task = { id: 't1', source: 'paper', openedAt: '2026-03-02T09:00:00.000Z', dueAt: '2026-03-12T09:00:00.000Z' };
    const facts = factsOf(sampleRequest({ dataKey: 'w', proof: { onBehalf: 'proxy', brought: [], doubts: [] } }), {
      ...{ gate: { release: 'automatic', answer: 'copy' }, reasons, proof },
      search: { ...full.search, tasks: [task] },
    });
    const text = page(facts, [entry('request.refuse', { outcome: 'refused' })]);
    for (const said of [
      'nothing stood in the way',
      'not decided',
      'rejected',
      'It repeats another.',
      'identity_not_proved',
      'They ask for a room.',
      '2026-02-01: Nothing is new.',
      'They want no data. They want money.',
      'Art. 11 CPP: An inquiry goes on.',
      'paper',
      'request.refuse (refused)',
      'proxy',
    ]) {
      expect(text.replace(/\s+/gu, ' ')).toContain(said);
    }
    expect(text).not.toContain('was destroyed');
  });

  it('has a question of identity with its doubt', () => {
    const question = { id: 'q1', about: { kind: 'identity', doubt: 'unknown_sender' }, askedAt: '2026-03-02T09:00:00.000Z', askedBy: 'stf_1' } as const; // prettier-ignore
    const text = page(factsOf(sampleRequest({ clock: { questions: [question], reminders: [] } })), []);
    expect(text.replace(/\s+/gu, ' ')).toContain('unknown_sender');
  });

  it.each([
    ['en', ['erasure (Art. 17)', 'open', 'objection (Art. 21)', 'refused', 'stf_8', 'Yes']],
    ['fr', ['effacement (article 17)', 'en cours', 'opposition (article 21)', 'refusé', 'stf_8', 'Oui']],
  ] as const)('INT-11: says what else the message asked for, and what became of it, in %s', (language, said) => {
    const noted = { notedAt: '2026-03-02T09:00:00.000Z', notedBy: 'stf_7' };
    const ended = { outcome: 'refused', endedAt: '2026-03-05T09:00:00.000Z', endedBy: 'stf_8', isWishedFirst: true } as const;
    const otherRights = [
      { right: 'erasure', ...noted },
      { right: 'objection', ...noted, ...ended },
    ] as const;
    const text = page(factsOf(sampleRequest({ clock: { questions: [], reminders: [], otherRights } })), [], language);
    const begin = text.indexOf(EVIDENCE_CATALOGUES[language]['others.title']);
    const section = text.slice(begin, text.indexOf(EVIDENCE_CATALOGUES[language]['proof.title'])).replace(/\s+/gu, ' ');
    expect(said.filter((word) => !section.includes(word))).toEqual([]);
  });

  it('INT-11: says where no other right was noted', () => {
    expect(page(factsOf(sampleRequest()), [])).toContain(EVIDENCE_CATALOGUES.en['others.none']);
  });

  it('marks a date that its calendar cannot verify', () => {
    const facts = factsOf(sampleRequest());
    const dueSafe = { ...facts.deadlines.dueSafe, verified: false };
    expect(page(facts, [])).not.toContain('Not verified');
    expect(page({ ...facts, deadlines: { ...facts.deadlines, dueSafe } }, [])).toContain('Not verified');
  });
});

describe('the sentences of that page (PER-01)', () => {
  const { en, fr } = EVIDENCE_CATALOGUES;
  const KEYS = Object.keys(en) as EvidenceKey[];

  it('are the same in each language, and none is empty', () => {
    expect(Object.keys(fr).sort()).toEqual([...KEYS].sort());
    expect(KEYS.filter((key) => [en[key], fr[key]].some((text) => text.trim() === ''))).toEqual([]);
  });

  it('have no space before a sign in English, and one that does not break in French', () => {
    expect(KEYS.filter((key) => /\s[;:,.?!”]|['"]/u.test(en[key]))).toEqual([]);
    expect(KEYS.filter((key) => / [;:?!»,.]|« |['"]/u.test(fr[key]))).toEqual([]);
  });

  it.each(['en', 'fr'] as const)('can be said with their parts: %s', (language) => {
    const book = new Phrasebook<EvidenceKey>(language, EVIDENCE_CATALOGUES[language]);
    for (const key of KEYS) {
      const parts = Object.fromEntries([...en[key].matchAll(/\{(\w+)[,}]/gu)].map(([, name = '']) => [name, 1]));
      expect(book.say(key, parts)).not.toMatch(/[{}#]/u);
    }
  });
});
