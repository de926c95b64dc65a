import { describe, expect, it } from '@jest/globals';
import { LETTER_LANGUAGES } from '../catalogue/letters.js';
import { letterInPlainText } from '../testing/letter-in-plain-text.js';
import { documentQuestion, letterSamples, SENDER } from '../testing/letter-samples.js';
import { composeLetter } from './compose-letter.js';
import type { LetterFacts } from './facts/letter-facts.js';
import { LETTER_KINDS, type LetterKind } from './letter-kind.js';
import type { LetterSender } from './sender.js';

const samples = letterSamples('en');

function inEnglish<Kind extends LetterKind>(kind: Kind, facts: LetterFacts<Kind>, sender: LetterSender = SENDER): string {
  return letterInPlainText(composeLetter(kind, facts, sender, 'en'));
}

describe.each(LETTER_LANGUAGES)('a letter in %s (PER-01)', (language) => {
  it.each(LETTER_KINDS)('reads well: %s', (kind) => {
    const letter = composeLetter(kind, letterSamples(language)[kind], SENDER, language);
    expect(letterInPlainText(letter)).toMatchSnapshot();
  });

  it('reads well where a document is asked for (IDV-04)', () => {
    const letter = composeLetter('identity_question', documentQuestion(language), SENDER, language);
    expect(letterInPlainText(letter)).toMatchSnapshot();
  });

  it.each(LETTER_KINDS)('is the same for the same facts: %s', (kind) => {
    const write = (): string => JSON.stringify(composeLetter(kind, letterSamples(language)[kind], SENDER, language));
    expect(write()).toBe(write());
  });
});

describe('an acknowledgement (INT-04)', () => {
  it.each(['signed_in', 'link_or_code', 'known_facts', 'established'] as const)(
    'asks for no document: %s (IDV-01)',
    (identity) => {
      const text = inEnglish('acknowledgement', { ...samples.acknowledgement, identity });
      expect(text).toMatch(/do not ask for an identity document|need no further proof/u);
    },
  );

  it('keeps an erasure back until the copy is made, and only an erasure (INT-11)', () => {
    expect(inEnglish('acknowledgement', samples.acknowledgement)).toContain('Before we erase anything');
    const corrected = { ...samples.acknowledgement, otherRights: ['rectification'] } as const;
    expect(inEnglish('acknowledgement', corrected)).not.toContain('Before we erase anything');
  });
});

describe('a question who asks', () => {
  it('says that no document is wanted, unless one is asked for (IDV-01)', () => {
    expect(inEnglish('identity_question', samples.identity_question)).toContain('We do not ask for an identity document.');
    const text = inEnglish('identity_question', documentQuestion('en'));
    expect(text).toContain('black out everything except your name');
    expect(text).toContain('need not be certified');
  });

  it.each([
    ['paused', 'stands still. All the same, we aim to answer by 28 February 2026'],
    ['running', 'changes nothing about the date: you will have our answer by 28 February 2026'],
  ] as const)('tells what it does to the clock: %s (DLN-07)', (clock, said) => {
    expect(inEnglish('identity_question', { ...samples.identity_question, clock })).toContain(said);
  });

  it('promises a reasoned letter where nothing comes (IDV-08)', () => {
    expect(inEnglish('identity_question', samples.identity_question)).toContain('write to you with our reasons');
  });
});

describe('a question which data are meant (DLN-08)', () => {
  it.each([
    ['enclosed', 'With this letter you already receive the information'],
    ['separately', 'comes to you separately, without waiting'],
  ] as const)('promises everything without an answer, and the information meanwhile: %s', (information, said) => {
    const text = inEnglish('scope_question', { ...samples.scope_question, information });
    expect(text).toContain('If we have not heard from you by 17 February 2026, we will also send you everything.');
    expect(text).toContain(said);
  });
});

describe('an answer', () => {
  it.each([
    [{ by: 'post' }, 'Everything comes with this letter by post.'],
    [{ by: 'handed_over' }, 'handed to you in person'],
    [{ by: 'download', until: '2026-03-12' }, 'download everything until the end of 12 March 2026. We'],
  ] as const)('says how it comes (DEL-02): %j', (delivery, said) => {
    expect(inEnglish('answer', { ...samples.answer, delivery })).toContain(said);
  });

  it.each(['answer', 'partial_answer', 'no_data', 'refusal'] as const)(
    'says when it is late, and is written all the same: %s (IDV-08)',
    (kind) => {
      expect(inEnglish(kind, { ...samples[kind], date: '2026-03-03' })).toContain('should have had this letter by 2 March 2026');
      expect(inEnglish(kind, { ...samples[kind], date: '2026-03-02' })).not.toContain('should have had');
    },
  );

  it('explains marks only where something leaves one (TPD-03)', () => {
    const leftOut = samples.partial_answer.leftOut.filter(({ reason }) => reason === 'not_searched');
    expect(inEnglish('partial_answer', { ...samples.partial_answer, leftOut })).not.toContain('you find a mark');
  });

  it.each([
    ['third_party', 'It is about another person'],
    ['secrecy_of_correspondence', 'It belongs to correspondence between others'],
    ['staff_identity', 'It would name a member of our staff'],
  ] as const)('gives the reason for what is left out: %s (TPD-03)', (reason, said) => {
    const facts = { ...samples.partial_answer, search: samples.answer.search, leftOut: [{ reason, what: 'a note' }] };
    expect(inEnglish('partial_answer', facts)).toContain('- A note. It ');
    expect(inEnglish('partial_answer', facts)).toContain(said);
  });

  it('names a work and whose it is (TPD-05)', () => {
    const interest = { holder: 'Example Press', why: 'The manuscript is not published yet!' };
    const leftOut = [{ reason: 'intellectual_property', what: 'a manuscript', interest }] as const;
    const text = inEnglish('partial_answer', { ...samples.partial_answer, search: samples.answer.search, leftOut });
    expect(text).toContain('intellectual property of Example Press. The manuscript is not published yet!\n');
  });
});

describe('a negative letter', () => {
  it('tells whether the officer or somebody else decided (OUT-03)', () => {
    const grounds = [{ ground: 'identity_not_proved', doubt: 'The code was not used' }] as const;
    const decision = { by: 'staff-8', isDpo: false, at: '2026-02-09T10:00:00Z' };
    expect(inEnglish('refusal', { ...samples.refusal, grounds, decision })).toContain('decided by a person');
    expect(inEnglish('refusal', samples.refusal)).toContain('decided by our data protection officer');
  });

  it('offers to take a request up again only where something is missing (IDV-07)', () => {
    const grounds = [
      { ground: 'manifestly_unfounded', evidence: 'The message asks for the data of a fictional character' },
    ] as const;
    expect(inEnglish('refusal', { ...samples.refusal, grounds })).not.toContain('send us what is missing');
    expect(inEnglish('refusal', samples.refusal)).toContain('send us what is missing');
  });

  it('says what would prove it where it is not proved who asks, or that they may ask for another (OUT-03, IDV-08)', () => {
    const ofGround = (ground: 'identity_not_proved' | 'authority_not_shown'): string =>
      inEnglish('refusal', { ...samples.refusal, grounds: [{ ground, doubt: 'Nothing came' }] });
    expect(ofGround('identity_not_proved')).toMatch(/is you who is asking[\s\S]*the code that we send[\s\S]*at any time/u);
    expect(ofGround('authority_not_shown')).toMatch(/ask for somebody else[\s\S]*a mandate[\s\S]*at any time/u);
    expect(ofGround('authority_not_shown')).not.toContain('the code that we send');
  });

  it('asks a fee for an excess with its evidence, and charges the sum of its costs (OUT-06)', () => {
    const cause = {
      for: 'excess',
      lastRequestOn: '2026-01-20',
      evidence: 'Nothing has changed in these data since',
      decision: { by: 'staff-7', isDpo: true, at: '2026-02-09T10:00:00Z' },
    } as const;
    const text = inEnglish('fee', { ...samples.fee, cause });
    expect(text).toContain('repeats the one that you sent on 20 January 2026');
    expect(text).toContain('€19.35 in all');
    expect(text).toContain('withdraw your request; neither costs you anything');
  });

  it('asks a fee for what is manifestly unfounded with its evidence, decided by the officer (OUT-06)', () => {
    const decision = { by: 'staff-7', isDpo: true, at: '2026-02-09T10:00:00Z' };
    const cause = { for: 'unfounded', evidence: 'The message asks for the data of a fictional character', decision } as const;
    const text = inEnglish('fee', { ...samples.fee, cause });
    expect(text).toMatch(
      /manifestly unfounded[\s\S]*fictional character\.[\s\S]*data protection officer, and not by a computer/u,
    );
    expect(text).not.toContain('repeats');
  });

  it('says for whom a request may be meant only where it is known, and that nothing was passed on (INT-10)', () => {
    const { meantFor: _, ...unknown } = samples.wrong_controller;
    const search = { ...samples.answer.search, records: 0 };
    const text = inEnglish('wrong_controller', { ...unknown, position: { why: 'nothing_held', search } });
    expect(text).toContain('On 1 February 2026 we searched all our systems');
    expect(text).toContain('We have not passed on your request');
    expect(text).not.toContain('You probably want to write to');
  });
});

describe('the notice of an expiry', () => {
  it('goes by plain e-mail and so has no name (DEL-01)', () => {
    const named = { ...samples.archive_expiry, addressee: samples.answer.addressee } as LetterFacts<'archive_expiry'>;
    expect(() => inEnglish('archive_expiry', named)).toThrow('this letter has no addressee');
  });

  it.each([
    [0, 'No download is left.'],
    [1, 'One download is left.'],
  ])('counts what is left: %i', (downloadsLeft, said) => {
    expect(inEnglish('archive_expiry', { ...samples.archive_expiry, downloadsLeft })).toContain(said);
  });

  it('offers more time only where there is some', () => {
    const { downloadsLeft: _, ...facts } = samples.archive_expiry;
    const text = inEnglish('archive_expiry', { ...facts, isRenewable: false });
    expect(text).not.toContain('available for longer');
    expect(text).toContain('by a new request');
  });
});
