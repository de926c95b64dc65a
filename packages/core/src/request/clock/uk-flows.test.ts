import { afterEach, describe, expect, it } from '@jest/globals';
import { computeDeadlines } from '../../deadline/deadlines.js';
import { DEFAULT_DEADLINE_RULES } from '../../deadline/rules.js';
import { decideDocument, lookAtDocument } from '../../proof/document/decide-document.js';
import { demandDocument } from '../../proof/document/demand-document.js';
import type { Proportionality } from '../../proof/document/document-facts.js';
import { handInDocument } from '../../proof/document/hand-in-document.js';
import { noteDoubt } from '../../proof/note-doubt.js';
import { deliveryHouse, stopHouses } from '../../testing/delivery-house.js';
import { openCaseFile } from '../sealed-files.js';
import { outsideWords } from '../outside-words.js';
import { answerQuestion } from './answer-question.js';
import { askQuestion } from './ask-question.js';
import { clockOf } from './clock-of.js';
import { correctReceipt } from './correct-receipt.js';
import { viewQuestions } from './view-clock.js';

const DAY_MS = 86_400_000;
const IDENTITY = { kind: 'identity', doubt: 'unknown_sender', text: 'The address is on no record.' } as const;
const AUTHORITY = { kind: 'identity', doubt: 'sent_by_another', text: 'Please show the mandate.' } as const;
const SCOPE = { kind: 'scope', text: 'Which years?' } as const;
const WHY: Proportionality = {
  ...{ dataTypes: 'Stays.', isSpecial: false, nature: 'A copy.', context: 'A new mailbox.', harm: 'Somebody would know.' },
  harmLevel: 'high',
  nothingLess: 'There is no account.',
};

afterEach(stopHouses);

async function* png(): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
}

/** A request that waits for its release, at a controller that counts so. */
async function waiting(pack: 'eu' | 'uk') {
  const house = deliveryHouse({ clocks: { rules: { ...DEFAULT_DEADLINE_RULES, pack } } });
  const { club, officer } = house;
  const dpo = () => ({ ...officer(), isDpo: true });
  const { id } = await club.open();
  await club.workUntil(id, 'awaiting_release');
  const settings = club.desk.clocks.settingsOf('club');
  const demands = async () => clockOf(await club.get(id), settings).demands;
  const look = () => ({ settings, at: house.clock.now() });
  return { ...house, id, dpo, settings, demands, look };
}

describe('DLN-09 a question of identity in the UK pack', () => {
  it('keeps the clock from starting until its answer, pauses nothing, and is one at a time', async () => {
    const { club, dpo, id, demands, look, clock } = await waiting('uk');
    const { dueAt } = await club.get(id);
    const asked = await askQuestion(club.desk, dpo(), id, IDENTITY);
    expect(asked.dueAt).toEqual(dueAt);
    expect(await demands()).toMatchObject([{ what: 'identity' }]);
    const file = await openCaseFile(club.vault, asked);
    expect(viewQuestions(asked, file, look())).toMatchObject([{ id: 'q1', isOpen: true, isCounted: true }]);
    expect(outsideWords(asked, look()).drp.reason).toBe('need_user_verification');
    for (const second of [AUTHORITY, SCOPE]) {
      await expect(askQuestion(club.desk, dpo(), id, second)).rejects.toMatchObject({ message: 'Another question is open.' });
    }
    clock.pass(3 * DAY_MS);
    const dates = computeDeadlines(clockOf(asked, look().settings), look().settings, clock.now());
    expect(dates.dueLegal.trace.map(({ kind }) => kind)).toContain('not-started');
    const wrong = answerQuestion(club.desk, dpo(), id, { scope: 'everything' });
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const answered = await answerQuestion(club.desk, dpo(), id, { text: 'It is me.' });
    expect(await demands()).toMatchObject([{ what: 'identity', metAt: expect.any(Date) }]);
    expect(computeDeadlines(clockOf(answered, look().settings), look().settings, clock.now()).pausedDays).toBe(0);
    await expect(askQuestion(club.desk, dpo(), id, { ...IDENTITY, confirmsLate: true })).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: 'This was asked for already.',
    });
    await askQuestion(club.desk, dpo(), id, { ...AUTHORITY, confirmsLate: true });
    expect(await demands()).toMatchObject([{ what: 'identity' }, { what: 'authority' }]);
  });

  it('pauses in the EU as ever, and asks for nothing', async () => {
    const { club, dpo, id, demands, look } = await waiting('eu');
    const asked = await askQuestion(club.desk, dpo(), id, IDENTITY);
    expect(await demands()).toEqual([]);
    expect(clockOf(asked, look().settings).pauses).toHaveLength(1);
  });

  it('that a corrected receipt makes late keeps nothing from starting, and the trail counts it', async () => {
    const { club, dpo, id, demands, entries, clock } = await waiting('uk');
    await askQuestion(club.desk, dpo(), id, IDENTITY);
    const receivedAt = new Date(clock.now().getTime() - 20 * DAY_MS);
    await correctReceipt(club.desk, dpo(), id, { receivedAt, reason: 'The letter was found.' });
    expect(await demands()).toEqual([]);
    const corrected = (await entries()).find(({ action }) => action === 'request.correct-receipt');
    expect(corrected?.details).toMatchObject({ questionsLate: 1 });
  });
});

describe('DLN-09 a document that is asked for in the UK pack', () => {
  it('starts the clock on the day its copy came, unless that is rejected', async () => {
    const { club, officer, dpo, id, demands } = await waiting('uk');
    await noteDoubt(club.desk, officer(), id, { because: 'unknown_sender', text: 'The mailbox is new.' });
    await demandDocument(club.desk, officer(), id, WHY);
    expect(await demands()).toEqual([{ what: 'identity', askedAt: expect.any(Date) }]);
    await expect(askQuestion(club.desk, dpo(), id, IDENTITY)).rejects.toMatchObject({ message: 'This was asked for already.' });
    const came = await handInDocument(club.desk, officer(), id, png());
    const metAt = new Date(came.proof!.document!.receivedAt!);
    expect(await demands()).toMatchObject([{ what: 'identity', metAt }]);
    await lookAtDocument(club.desk, officer(), id);
    await decideDocument(club.desk, officer(), id, { kind: 'passport', outcome: 'rejected' });
    expect(await demands()).toEqual([{ what: 'identity', askedAt: expect.any(Date) }]);
    await handInDocument(club.desk, officer(), id, png());
    await lookAtDocument(club.desk, officer(), id);
    const accepted = await decideDocument(club.desk, officer(), id, { kind: 'passport', outcome: 'accepted' });
    const second = new Date(accepted.proof!.document!.receivedAt!);
    expect(await demands()).toMatchObject([{ what: 'identity', metAt: second }]);
    expect(second.getTime()).toBeGreaterThan(metAt.getTime());
  });
});
