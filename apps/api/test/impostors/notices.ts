import { expect } from '@jest/globals';
import { later } from './later.js';
import { claims, handOverAs, signed } from './proofs.js';
import type { Impostor } from './impostor.js';
import type { Attack, Stage } from './stage.js';
import { VICTIM } from './victims.js';

const HOUR_MS = 60 * 60_000;
const NEW = 'violet@post.test';

/** What a website says of an account that was taken over, whose address was changed: it does not know of either. */
async function takenOver(stage: Stage, impostor: Impostor): Promise<{ readonly id: string; readonly reference: string }> {
  const identifiers = [
    { kind: 'id', namespace: 'hostel.client', value: VICTIM.customerNumber },
    { kind: 'email', value: NEW },
  ];
  const answer = await handOverAs(stage, impostor, await signed(claims({ identifiers })));
  const id = /"id":"(req_\w+)"/u.exec(answer)?.[1] ?? '';
  expect(await stage.settled(id)).toBe('awaiting_release');
  return { id, reference: /"reference":"([\d-]+)"/u.exec(answer)?.[1] ?? '' };
}

/** Where the victim was told that they can stop a request. */
function stopOf({ catcher }: Stage, reference: string): string {
  const [mail] = catcher.mails.filter(({ to, text }) => to.includes(VICTIM.email) && text.includes(reference));
  return new URL(/https?:\/\/\S+\/stop\/\S+/u.exec(String(mail?.text))?.[0] ?? '').pathname;
}

async function waitsOn(stage: Stage, id: string): Promise<readonly string[]> {
  const { request } = await stage.officer.client.run('requestGate', { id, language: 'en' });
  return (request?.gate?.reasons ?? []).map(({ code }) => code);
}

const notices: readonly Attack[] = [
  {
    title: 'an account that was taken over, with a new address, is told to the mailbox on record, and stopped there',
    victimGets: ['notice', 'code'],
    run: async (stage, impostor) => {
      const { id, reference } = await takenOver(stage, impostor);
      expect(await waitsOn(stage, id)).toEqual(['cool-off']);
      const stop = stopOf(stage, reference);
      // As the scanner of a mail server does
      expect((await fetch(new URL(stop, stage.house.url))).status).toBe(200);
      expect(await waitsOn(stage, id)).toEqual(['cool-off']);
      const stopped = await fetch(new URL(stop, stage.house.url), { method: 'POST', headers: { origin: stage.house.url } });
      expect(stopped.status).toBe(200);
      expect(await waitsOn(stage, id)).toEqual(['objection', 'cool-off']);
      await stage.cooledOff(id, (work) => later(25 * HOUR_MS, work));
      expect(await stage.settled(id)).toBe('awaiting_release');
      expect(impostor.linkFor({ reference })).toBeUndefined();
      expect(await stage.noted(id, 'identity.object')).toBe(1);
    },
  },
  {
    title: 'an account that was taken over, with a new address, has no answer within a day',
    victimGets: ['notice', 'code'],
    run: async (stage, impostor) => {
      const { id, reference } = await takenOver(stage, impostor);
      await later(23 * HOUR_MS, () => new Promise((wake) => setTimeout(wake, 500)));
      expect(await stage.settled(id)).toBe('awaiting_release');
      expect(impostor.linkFor({ reference })).toBeUndefined();
    },
  },
  {
    title: 'the link that stops a request is not guessed from that of another, and says nothing to whoever tries',
    victimGets: ['notice', 'code'],
    run: async (stage, impostor) => {
      const { id, reference } = await takenOver(stage, impostor);
      const secret = stopOf(stage, reference).split('/').at(-1) ?? '';
      const { victims } = stage;
      const browser = impostor.browser();
      const tried = [`${victims.id}/${secret}`, `${id}/${'x'.repeat(secret.length)}`, 'req_unknown/x'];
      const pages = await Promise.all(tried.map((path) => browser.open(`/ask/hostel/stop/${path}`)));
      expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(new Set(pages.map(({ html }) => html)).size).toBe(1);
      for (const path of tried) expect((await browser.post(`/ask/hostel/stop/${path}`, {})).status).toBe(404);
      expect(await stage.noted(id, 'identity.object')).toBe(0);
    },
  },
];

/** The contacts on record are told of what is asked in their owner's name, and can stop it (R57). */
export const NOTICES: readonly Attack[] = [...notices];
