import { type CaughtMail, startMailCatcher } from '@habeas/example-worlds';
import { type StorePlace, StoreWindow } from '../faults/house/store-window.js';
import { officerOf, type ServiceHouse, serviceHouse } from '../house.js';
import { withPaper } from '../paper-source.js';
import { tokenOf } from '../people.js';
import { Canaries } from './canaries.js';
import { LIVES } from './lives.js';
import { everyRow, inClear, type StoredRows } from './remains.js';
import { ACCOUNTS, type Stage } from './stage.js';

/** A service in which a request has ended in each way that there is, and none is destroyed yet. */
export interface HygieneHouse {
  readonly house: ServiceHouse;
  readonly canaries: Canaries;
  /** The requests, by what they ended as. */
  readonly ids: ReadonlyMap<string, string>;
  /** The messages that went out. */
  mails(): Promise<readonly CaughtMail[]>;
  /** Where a seeded text lies in clear: in these files and folders, in rows, in what was logged or counted, or in further texts. */
  clear(rows: StoredRows, places: readonly string[], texts?: readonly string[]): Promise<readonly string[]>;
  /** Lets the time of all requests be over, and waits until everything is done that follows from it. Gives the rows of the store then. */
  destroyed(): Promise<StoredRows>;
  stop(): Promise<void>;
}

/** See {@link HygieneHouse}. `settings` are further lines of service.yaml. */
export async function hygieneHouse(placeOf: (folder: string) => StorePlace, settings = ''): Promise<HygieneHouse> {
  const catcher = await startMailCatcher();
  const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\n`;
  const house = await serviceHouse(`${mail}worker: { idleSeconds: 0.02 }\n${ACCOUNTS}${settings}`, withPaper);
  const canaries = new Canaries();
  const place = placeOf(house.folder);
  const window = new StoreWindow(place);
  const letLapse = (id: string): Promise<void> => undeadlocked(() => window.letLapse(id));
  const ids = await ledLives({ house, catcher, canaries, letLapse });
  return {
    ...{ house, canaries, ids },
    mails: () => catcher.caught(1),
    clear: async (rows, places, texts = []) => {
      const metrics = await (await fetch(`${house.started.operationsUrl}/metrics`)).text();
      return inClear(canaries.words, places, { folder: house.folder, rows, texts: [...house.log, metrics, ...texts].join('\n') });
    },
    destroyed: async () => {
      for (const id of ids.values()) await undeadlocked(() => window.letExpire(id));
      await until(() => window.isIdle());
      for (const id of ids.values()) await undeadlocked(() => window.letHaveBeenTold(id));
      for (const id of ids.values()) await undeadlocked(() => window.letExpire(id));
      await until(async () => (await window.shreds()).length >= ids.size);
      await until(() => window.isIdle());
      return everyRow(place);
    },
    stop: async () => {
      await house.stop();
      await catcher.close();
    },
  };
}

async function ledLives(given: Omit<Stage, 'officer' | 'website'>): Promise<ReadonlyMap<string, string>> {
  const officer = await officerOf(given.house, 'hostel');
  const { client: website } = await tokenOf(officer, ['request.handOver', 'request.read']);
  const ids = new Map<string, string>();
  for (const [name, life] of Object.entries(LIVES)) ids.set(name, await life({ ...given, officer, website }));
  return ids;
}

/** MariaDB may undo what meets a worker of the service: then it is done again. */
async function undeadlocked(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'ER_LOCK_DEADLOCK' || tries === 20) throw error;
    }
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 800; look += 1) {
    if (await isSo()) return;
    await new Promise((wake) => setTimeout(wake, 25));
  }
  throw new Error('It did not come to that.');
}
