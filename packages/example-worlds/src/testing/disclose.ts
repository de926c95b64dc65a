import { loadRegister } from '@habeas/configuration';
import { Secret } from '@habeas/connector-sdk';
import { createSubject, openDiscovery, type SourceBinding } from '@habeas/core';
import { Disclosure, type Holding, localDate, type RetentionStatus } from '@habeas/core/law';
import { type RegisterName, registerFile } from '../registers.js';
import type { PersonOfInterest } from '../world/truth.js';

/** The day on which these tests look at the worlds: a search of another day would find other periods over. */
const TODAY = localDate('2026-11-29');

/** What one of these tests looks at. */
export interface Disclosed {
  readonly bindings: readonly SourceBinding[];
  readonly register: RegisterName;
}

/** What a controller holds of a person, and is decided of it by its register: as an answer of Art. 15 is made. */
export async function disclose({ bindings, register: name }: Disclosed, person: PersonOfInterest): Promise<readonly Holding[]> {
  const { register } = loadRegister(registerFile(name));
  const given = person.given.map(({ value, ...rest }) => ({ ...rest, value: new Secret(value), verified: true }));
  const subject = createSubject(given, { phoneRegion: 'FR' });
  const discovery = await openDiscovery({ sources: bindings, subject }).discover();
  const view = { today: TODAY, timeZone: register.timeZone };
  const disclosure = new Disclosure(discovery.read(), { register, rights: ['access'], language: 'fr', view });
  for await (const found of disclosure.findings.collections()) {
    await drain(found.records());
    await drain(found.files());
  }
  return disclosure.holdings();
}

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  for (let step = await iterator.next(); step.done !== true;) step = await iterator.next();
}

/** How many records of each collection stand how. */
export function standing(holdings: readonly Holding[]): Readonly<Record<string, Partial<Record<RetentionStatus, number>>>> {
  return Object.fromEntries(
    holdings.map(({ collection, retention }) => {
      const counts: Partial<Record<RetentionStatus, number>> = {};
      for (const { evaluation, records } of retention) counts[evaluation.status] = (counts[evaluation.status] ?? 0) + records;
      return [collection.name, counts];
    }),
  );
}

/** One collection's holding; throws where there is none. */
export function holdingOf(holdings: readonly Holding[], collection: string): Holding {
  const found = holdings.find((each) => each.collection.name === collection);
  if (found === undefined) throw new Error(`Nothing is held in ${collection}.`);
  return found;
}
