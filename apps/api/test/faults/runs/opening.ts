import { join } from 'node:path';
import { Clerk } from '../client/clerk.js';
import { Diary } from '../client/diary.js';
import { live, type Surroundings } from '../client/life.js';
import { CONTROLLER, FaultHouse, type FaultHouseOptions } from '../house/fault-house.js';

/** A house whose service runs, with somebody who files requests there, and the undisturbed archive of each person. */
export interface OpenedHouse extends Surroundings {
  readonly house: FaultHouse;
  readonly clerk: Clerk;
}

/** Opens one, and takes everybody's request to its archive once, before anything is disturbed. `prepare` comes before its first start. */
export async function openHouse(
  options: FaultHouseOptions,
  prepare: (house: FaultHouse) => void = () => undefined,
): Promise<OpenedHouse> {
  const house = await FaultHouse.build(options);
  try {
    prepare(house);
    await house.start();
    const diary = new Diary(join(house.outside, 'diary.jsonl'));
    const account = { url: house.url, setUpCode: house.fleet.setUpCode, controller: CONTROLLER };
    const clerk = await Clerk.first(account, diary, join(house.outside, 'archives'));
    const opened = { house, clerk, window: house.window };
    for (const person of house.world.people) {
      await live({ person, ending: 'waits', key: `undisturbed-${person.id}` }, opened);
    }
    return opened;
  } catch (error) {
    await house.tearDown();
    throw error;
  }
}
