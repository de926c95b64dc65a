import assert from 'node:assert/strict';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { expectDiscretion, expectFault, offered } from '../expect-fault.js';
import { identifier, locate, only, recordsOf, root, specOf } from '../observe.js';
import { ANN, MEMBER, ODD_NUMBERS } from '../worlds/people.js';

/** That a connector cannot change its source, tells nothing in its faults, and is not led astray by names. */
export const securityChecks: readonly ConformanceCheck[] = [
  { id: 'X2a', title: 'the session cannot write, and says how far that is proved', world: 'standard', run: readOnlyIsTold },
  {
    id: 'X2b',
    title: 'the source refuses a write on a connection like the connector’s',
    world: 'standard',
    damages: true,
    needs: ['attemptWrite'],
    run: writesAreRefused,
  },
  {
    id: 'X3',
    title: 'a fault tells nothing of whom was searched, with what password, or what was found',
    world: 'standard',
    damages: true,
    needs: ['dropTable'],
    run: faultsAreDiscreet,
  },
  { id: 'X6', title: 'columns named like parts of JavaScript objects are data', world: 'standard', run: specialNamesAreData },
];

async function readOnlyIsTold(source: SourceUnderTest): Promise<void> {
  const { readOnly } = await (await source.open()).check();
  assert.ok(readOnly === 'proved' || readOnly === 'session', `readOnly is ${readOnly}`);
}

async function writesAreRefused(source: SourceUnderTest): Promise<void> {
  assert.equal(await offered(source, 'attemptWrite')(), 'refused');
}

async function faultsAreDiscreet(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  await offered(source, 'dropTable')('person');
  const wanted = [ANN, "o'brien@example.org"].map((text) => identifier('email', text));
  const numbers = ODD_NUMBERS.map(({ wanted: { member } }) => identifier('id', member, MEMBER));
  const { located } = await locate(session, [...wanted, ...numbers]);
  const person = located.find(({ collection }) => collection === 'person');
  assert.ok(person?.problem !== undefined, 'the search of a lost table has no problem');
  expectDiscretion(source, person.problem);
  await expectFault(source, ['not-found', 'contract'], () => recordsOf(session, 'person', root('person', 1)));
}

async function specialNamesAreData(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const records = await recordsOf(session, 'odd_name', root('person', 1));
  const data = new Map(Object.entries(only(records, 'records of odd_name').data));
  const told = ['__proto__', 'constructor', 'group', 'it\'s "a" `column`'].map((name) => data.get(name));
  assert.deepEqual(told, ['polluted', 'built', 'grouped', 'quoted']);
  const announced = new Set(specOf(session, 'odd_name').fields.map(({ name }) => name));
  assert.ok(announced.has('__proto__') && announced.has('constructor'), 'a special name is not announced');
}
