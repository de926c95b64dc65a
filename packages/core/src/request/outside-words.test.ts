import { afterEach, describe, expect, it } from '@jest/globals';
import { fakeSource } from '../testing/fake-source.js';
import { ASSOCIATION } from '../testing/association.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { askQuestion } from './clock/ask-question.js';
import { extendRequest } from './clock/extend-request.js';
import type { DataRequest } from './data-request.js';
import { cancelRequest, releaseRequest } from './decide-request.js';
import { endOf, EVENT_WORDS, type OutsideWords, outsideWords, REFUSAL_WORDS, STATE_WORDS } from './outside-words.js';
import { shredRequest } from './shred-request.js';
import { nextState, REQUEST_EVENTS, TRANSITIONS } from './transitions.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const DPO = { ...OFFICER, isDpo: true };
const UNPROVED = { identifiers: [{ kind: 'email', value: 'ann@example.org' }] } as const;

async function wordsOf({ desk, store }: RequestHouse, request: DataRequest): Promise<OutsideWords> {
  const ended = await store.transact((transaction) => endOf(transaction, request));
  const look = { settings: desk.clocks.settingsOf('club'), at: desk.clock.now() };
  return outsideWords(request, ended === undefined ? look : { ...look, ended });
}

function club(): RequestHouse {
  house = requestHouse([fakeSource(ASSOCIATION)]);
  return house;
}

describe('what a request is called outside', () => {
  it('has a word for every state, event and refusal', () => {
    const states = new Set(REQUEST_EVENTS.flatMap((event) => TRANSITIONS[event].from));
    expect(new Set(Object.keys(STATE_WORDS))).toEqual(new Set([...states, 'shredded']));
    expect(Object.keys(EVENT_WORDS)).toEqual(REQUEST_EVENTS);
    for (const { status } of Object.values(REFUSAL_WORDS)) expect(status).toBeGreaterThanOrEqual(400);
    for (const { drp } of Object.values(STATE_WORDS))
      expect(drp.reason !== undefined).toBe(['denied'].includes(drp.status) || drp.reason === 'need_user_verification');
  });

  it('is final outside exactly where it is decided here', () => {
    const final = ['fulfilled', 'revoked', 'denied', 'expired'];
    for (const event of REQUEST_EVENTS) {
      for (const from of TRANSITIONS[event].from) {
        const to = nextState({ state: from, resumesIn: 'gathering' }, event) ?? from;
        const isEnd = ['released', 'refused', 'cancelled', 'shredded'].includes(to);
        expect([event, final.includes(STATE_WORDS[to].drp.status)]).toEqual([event, isEnd]);
        expect([event, final.includes(EVENT_WORDS[event].drp.status)]).toEqual([event, isEnd]);
        expect([event, ['completed', 'cancelled'].includes(STATE_WORDS[to].openDsr)]).toEqual([event, isEnd]);
      }
    }
  });

  it('requires something of its subject while it is not proved, or a question is open', async () => {
    const here = club();
    const { desk } = here;
    const request = await here.open(UNPROVED);
    expect(await wordsOf(house!, request)).toMatchObject({
      dpv: 'RequestRequiresAction',
      drp: { reason: 'need_user_verification' },
    });
    const { id } = await here.open();
    const asked = await askQuestion(desk, DPO, id, { kind: 'identity', doubt: 'unknown_sender', text: 'Which number?' });
    expect(await wordsOf(house!, asked)).toEqual({
      dpv: 'RequestRequiresAction',
      drp: { status: 'in_progress', reason: 'need_user_verification' },
      openDsr: 'in_progress',
    });
    const about = { kind: 'scope', records: 5_000, sources: 6 } as const;
    const askedAt = asked.receivedAt.toISOString();
    const clock = { reminders: [], questions: [{ id: 'q1', about, askedAt, askedBy: 'stf_1' }] };
    expect(await wordsOf(house!, { ...asked, clock })).toEqual({
      ...STATE_WORDS[asked.state],
      dpv: 'RequestRequiresAction',
    });
  });

  it('is delayed once its extension was told, and not before', async () => {
    const here = club();
    const { desk } = here;
    const { id, receivedAt } = await here.open(UNPROVED);
    const ready = { ...(await here.open()), state: 'ready' } as const;
    expect(await wordsOf(house!, ready)).toEqual(STATE_WORDS.ready);
    const decided = await extendRequest(desk, DPO, id, { reason: 'volume_of_data' });
    expect((await wordsOf(house!, { ...decided, state: 'ready' })).dpv).toBe('RequestAcknowledged');
    const clock = { ...decided.clock!, extension: { ...decided.clock!.extension!, noticeSentAt: receivedAt.toISOString() } };
    expect((await wordsOf(house!, { ...decided, clock, state: 'ready' })).dpv).toBe('RequestActionDelayed');
  });

  it('stays what it ended as once it is shredded', async () => {
    const here = club();
    const { desk } = here;
    const ends: Readonly<Record<string, (id: string) => Promise<DataRequest>>> = {
      denied: (id) => refuseUnfounded(desk, OFFICER, id),
      revoked: (id) => cancelRequest(desk, OFFICER, id, 'It was withdrawn.'),
      expired: async (id) => {
        await here.workUntil(id, 'awaiting_release');
        return releaseRequest(desk, { ...OFFICER, steppedUpAt: new Date() }, id, { days: 7 });
      },
    };
    for (const [status, end] of Object.entries(ends)) {
      const { id } = await here.open();
      await end(id);
      expect((await wordsOf(house!, await shredRequest(desk, OFFICER, id))).drp.status).toBe(status);
    }
    expect(
      outsideWords({ ...(await here.open()), state: 'shredded' }, { settings: desk.clocks.settingsOf('club'), at: new Date() }),
    ).toEqual(STATE_WORDS.shredded);
  });
});
