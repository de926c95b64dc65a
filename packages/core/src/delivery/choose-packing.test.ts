import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { keyOf } from '../request/sealed-files.js';
import { answeredHouse, type AnsweredSetting, deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { until } from '../testing/working.js';
import { chooseOwnPacking, choosePacking } from './choose-packing.js';
import { type ChosenPacking, MOST_CHOICES, MOST_DOWNLOADS } from './delivery.js';
import { type DownloadPass, noteSent, type OpenDownload, viewDownload } from './fetch-archive.js';

afterEach(stopHouses);

async function chosenOf({ club, request }: AnsweredSetting): Promise<ChosenPacking | undefined> {
  const delivery = await club.store.transact(({ deliveries }) => deliveries.get('club', request.id));
  return delivery?.packing;
}

/** What can be fetched, once it is locked. */
async function fetchedBy(
  { club }: AnsweredSetting,
  pass: DownloadPass,
): Promise<OpenDownload & Required<Pick<OpenDownload, 'file'>>> {
  const view = async (): Promise<OpenDownload | undefined> => viewDownload(club.desk, pass);
  await until(async () => (await view())?.file !== undefined);
  return (await view()) as OpenDownload & Required<Pick<OpenDownload, 'file'>>;
}

async function textOf({ club, request }: AnsweredSetting, blob: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of club.vault.read(keyOf(request), blob)) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** A choice that was taken. */
async function own({ club }: AnsweredSetting, pass: DownloadPass, packing: 'aes' | 'age'): Promise<string> {
  const choice = await chooseOwnPacking(club.desk, pass, packing);
  if (choice.outcome !== 'chosen') throw new Error(choice.outcome);
  return choice.passphrase?.reveal() ?? '';
}

describe('an archive that its subject has locked', () => {
  it('is fetched locked with a passphrase of thirty digits, which nothing holds any more', async () => {
    const house = await answeredHouse();
    const pass = await house.letIn();
    const passphrase = await own(house, pass, 'aes');
    expect(passphrase).toMatch(/^(?:\d{5}-){5}\d{5}$/u);
    const { packing, file } = await fetchedBy(house, pass);
    expect(packing).toBe('aes');
    const name = `export-${house.request.reference}.zip`;
    await expect(textOf(house, file.blob)).resolves.toMatch(
      new RegExp(`^aes ${passphrase} ${name} ${String(house.bytes)}\n`, 'u'),
    );
    expect(JSON.stringify(await chosenOf(house))).not.toContain(passphrase);
    expect((await house.entries())[0]).toMatchObject({
      action: 'delivery.pack',
      actor: { kind: 'nobody' },
      details: { packing: 'aes' },
    });
    expect(JSON.stringify(await house.entries())).not.toContain(passphrase);
  });

  it('is locked by another passphrase each time, and what was locked before is gone', async () => {
    const house = await answeredHouse();
    const pass = await house.letIn();
    const first = await own(house, pass, 'aes');
    const { file } = await fetchedBy(house, pass);
    const second = await own(house, pass, 'age');
    expect(second).not.toBe(first);
    const next = await fetchedBy(house, pass);
    expect(next.packing).toBe('age');
    await expect(textOf(house, file.blob)).rejects.toThrow();
    expect(house.club.vault.stored().filter((name) => name.includes('/packed/'))).toHaveLength(1);
  });

  it('can be had plain again, also while it is being locked', async () => {
    const house = await answeredHouse();
    house.club.worker.stop();
    const pass = await house.letIn();
    await own(house, pass, 'age');
    const view = await viewDownload(house.club.desk, pass);
    expect([view?.packing, view?.file]).toEqual(['age', undefined]);
    await expect(chooseOwnPacking(house.club.desk, pass, 'aes')).resolves.toEqual({ outcome: 'later' });
    await expect(chooseOwnPacking(house.club.desk, pass, 'zip')).resolves.toEqual({ outcome: 'chosen', packing: 'zip' });
    expect(await viewDownload(house.club.desk, pass)).toMatchObject({
      packing: 'zip',
      file: { blob: house.request.archive?.blob },
    });
  });

  it('is locked ten times at most', async () => {
    const house = await answeredHouse();
    const pass = await house.letIn();
    for (let choice = 0; choice < MOST_CHOICES; choice += 1) {
      await own(house, pass, 'aes');
      await fetchedBy(house, pass);
    }
    await expect(chooseOwnPacking(house.club.desk, pass, 'age')).resolves.toEqual({ outcome: 'later' });
  });

  it('is not for a browser that was not let in', async () => {
    const house = await answeredHouse();
    const pass = { ...(await house.letIn()), cookie: new Secret('other') };
    await expect(chooseOwnPacking(house.club.desk, pass, 'aes')).resolves.toEqual({ outcome: 'gone' });
  });

  it('counts as fetched when all of it was: parts of the plain one do not add up to it', async () => {
    const house = await answeredHouse();
    const pass = await house.letIn();
    const { desk } = house.club;
    await noteSent(desk, pass, { sent: { start: 0, end: house.bytes - 1 }, isFinished: false, bytes: house.bytes });
    await own(house, pass, 'aes');
    const { bytes, blob } = (await fetchedBy(house, pass)).file;
    const left = async (): Promise<number | undefined> => (await viewDownload(desk, pass))?.left;
    await noteSent(desk, pass, { sent: { start: house.bytes - 2, end: bytes, file: blob }, isFinished: true, bytes });
    await expect(left()).resolves.toBe(MOST_DOWNLOADS);
    await noteSent(desk, pass, { sent: { start: 0, end: house.bytes - 2, file: blob }, isFinished: true, bytes });
    await expect(left()).resolves.toBe(MOST_DOWNLOADS - 1);
  });

  it('is left alone by a step whose choice is no longer the one that counts, before it or meanwhile', async () => {
    const house = await answeredHouse();
    const pass = await house.letIn();
    const { desk } = house.club;
    let meanwhile: Promise<unknown> | undefined;
    const lock = desk.locker.lock.bind(desk.locker);
    const changing: typeof lock = (content, how) => {
      const locked = lock(content, how);
      return {
        ...locked,
        content: (async function* () {
          yield* locked.content;
          await (meanwhile ??= chooseOwnPacking(desk, pass, 'zip'));
        })(),
      };
    };
    Object.assign(desk.locker, { lock: changing });
    await own(house, pass, 'aes');
    await until(() => meanwhile !== undefined);
    await house.club.desk.clock.sleep(20, new AbortController().signal);
    expect(await chosenOf(house)).toMatchObject({ packing: 'zip' });
    expect(house.club.vault.stored().filter((name) => name.includes('/packed/'))).toEqual([]);
    expect(house.club.faults).toEqual([]);
    await own(house, pass, 'age');
    await chooseOwnPacking(desk, pass, 'zip');
    await house.club.desk.clock.sleep(20, new AbortController().signal);
    expect((await viewDownload(desk, pass))?.packing).toBe('zip');
  });
});

describe('an archive that an officer has locked', () => {
  it('needs a fresh proof, and tells the passphrase to them alone', async () => {
    const house = await answeredHouse();
    const { club, request, officer } = house;
    await expect(choosePacking(club.desk, OFFICER, request.id, 'aes')).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const { passphrase } = await choosePacking(club.desk, officer(), request.id, 'age');
    const { file } = await fetchedBy(house, await house.letIn());
    await expect(textOf(house, file.blob)).resolves.toContain(`age ${passphrase?.reveal() ?? '-'} `);
    expect((await house.entries()).find(({ action }) => action === 'delivery.pack')).toMatchObject({ actor: { kind: 'staff' } });
    await expect(choosePacking(club.desk, officer(), request.id, 'zip')).resolves.not.toHaveProperty('passphrase');
  });

  it('is refused where nothing can be fetched by a link', async () => {
    const house = deliveryHouse({});
    const { request } = await house.handOver();
    const choice = choosePacking(house.club.desk, house.officer(), request.id, 'aes');
    await expect(choice).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const other = await house.club.open();
    await expect(choosePacking(house.club.desk, house.officer(), other.id, 'aes')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
