import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import { type Activity, isStated, parsePeriod, periodInWords, type Register } from '@habeas/core/law';
import { registerFile } from '@habeas/example-worlds';
import { type Answer, type ControllerId, CONTROLLERS, type JourneyHouse, journeyHouse } from './journey-house.js';

let house: JourneyHouse;
const answers = new Map<ControllerId, Answer>();
let before: Readonly<Record<string, string>>;
beforeAll(async () => {
  house = await journeyHouse();
  before = house.sources();
  for (const { id } of CONTROLLERS) answers.set(id, await house.answerFor(id));
}, 240_000);
afterAll(() => house.stop());

const registers = new Map(CONTROLLERS.map(({ id, register }) => [id, loadRegister(registerFile(register)).register]));

function answerOf(id: ControllerId): Answer {
  const answer = answers.get(id);
  if (answer === undefined) throw new Error(`Nobody has asked ${id}.`);
  return answer;
}

function registerOf(id: ControllerId): Register {
  const register = registers.get(id);
  if (register === undefined) throw new Error(`${id} has no register.`);
  return register;
}

/** The activities of the controller's own that have a table in the archive. */
function activitiesIn(id: ControllerId): readonly (readonly [string, Activity])[] {
  const present = new Set(answerOf(id).description.resources.map((resource) => resource['x-activity']));
  return Object.entries(registerOf(id).activities).filter(([activity]) => present.has(activity));
}

/** What is done for others: told of, so that the person can turn to them, and in no table (INT-07). */
function processedForOthers(id: ControllerId): readonly string[] {
  return Object.entries(registerOf(id).activities).flatMap(([activity, { role }]) => (role.is === 'processor' ? [activity] : []));
}

/** What a policy states of an activity and a report has to say, in one language. */
function factsOf(activity: Activity, register: Register, language: 'en' | 'fr'): readonly string[] {
  const purposes = Object.values(activity.purposes ?? {}).filter(isStated);
  const recipients = (activity.recipients ?? []).flatMap((id) => register.recipients[id] ?? []).filter(isStated);
  const told = recipients.filter(({ role }) => role !== 'internal' && role !== 'authority');
  const periods = (activity.retention ?? [])
    .filter((rule) => isStated(rule) && rule.anchor !== undefined && rule.period !== undefined && isStated(rule.period))
    .flatMap(({ period }) => parsePeriod(period?.length ?? '') ?? [])
    .filter(({ years, months, days }) => years + months + days > 0);
  return [
    activity.title[language],
    ...purposes.map(({ title }) => title[language]),
    ...told.map(({ name, title }) => name ?? title[language]),
    ...(activity.retention ?? []).flatMap(({ criterion }) =>
      criterion !== undefined && isStated(criterion) ? [criterion.text[language]] : [],
    ),
    // One of an activity's rules decides; which one depends on the records.
    ...(periods.length === 1 ? periods.map((period) => periodInWords(period, language)) : []),
  ];
}

/** The facts of the controller itself. */
function profileFacts({ controller, contacts, supervisoryAuthority }: Register): readonly string[] {
  const { dpo } = contacts;
  const all = [
    controller.name,
    controller.address,
    dpo?.name,
    dpo?.email,
    dpo?.post,
    supervisoryAuthority?.name,
    supervisoryAuthority?.contact?.url,
  ];
  return all.filter((fact) => fact !== undefined).map(plain);
}

function plain(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/gu, ' ').trim();
}

function missingFrom(report: string, facts: readonly string[]): readonly string[] {
  return [...new Set(facts.map(plain))].filter((fact) => !report.includes(fact));
}

it('the sources of all five are after it as they were before, to the byte (PRT-05)', () => {
  expect(Object.keys(before).length).toBeGreaterThan(5);
  expect(house.sources()).toEqual(before);
});

describe.each(CONTROLLERS.map(({ id }) => id))('a request to %s, from its receipt to the opened archive', (id) => {
  it('ends in exactly what its sources hold of the person, in a verified archive', () => {
    expect(answerOf(id).isRight).toBe(true);
    expect(activitiesIn(id).length).toBeGreaterThan(2);
  });

  it.each(['en', 'fr'] as const)('has a report in %s with each fact that its policy states (REP-01 to REP-08)', (language) => {
    const register = registerOf(id);
    const facts = activitiesIn(id).flatMap(([, activity]) => factsOf(activity, register, language));
    expect(facts.length).toBeGreaterThan(5);
    expect(missingFrom(answerOf(id).report[language], [...facts, ...profileFacts(register)])).toEqual([]);
  });

  it('says nothing of activities in which the person does not appear (REP-02)', () => {
    const present = new Set(activitiesIn(id).map(([activity]) => activity));
    const disclosed = answerOf(id).article15['dataDisclosed'] as readonly { readonly _id: string }[];
    const told = disclosed.map(({ _id }) => _id).filter((each) => !processedForOthers(id).includes(each));
    expect(new Set(told)).toEqual(new Set([...present, 'request-file']));
  });

  it('names where data come from: whom the records name, else what the policy says (REP-05)', () => {
    const register = registerOf(id);
    const ways = activitiesIn(id).flatMap(([, { collectedFrom = [] }]) =>
      collectedFrom.filter(isStated).map(({ title }) => title.en),
    );
    const missing = missingFrom(answerOf(id).report.en, ways);
    expect(missing.length === 0 || TELLING.has(register.id)).toBe(true);
  });

  it('has nothing of another controller in it, not even of one of its own group (INT-10)', async () => {
    const { folder, report } = answerOf(id);
    const own = profileFacts(registerOf(id)).join(' | ');
    const foreign = CONTROLLERS.filter((other) => other.id !== id)
      .flatMap((other) => profileFacts(registerOf(other.id)))
      .filter((fact) => isOfOneController(fact) && !own.includes(fact));
    expect(foreign.length).toBeGreaterThan(3);
    const tables = await tablesIn(folder);
    expect(foreign.filter((fact) => `${report.en} ${report.fr} ${tables}`.includes(fact))).toEqual([]);
  });

  it('tells nothing of what the register only assumes, and no lint (PRF-03)', () => {
    expect(answerOf(id).report.en).not.toMatch(/to be confirmed|ID_SYSTEMATIC|RET_VAGUE|RECIPIENT_UNNAMED/u);
  });
});

/** Registers of controllers whose records name their sources: those stand in the place of what the policy says in general. */
const TELLING = new Set(['002_6d801411ffeadc38']);

/** A fact that only one of the five profiles has. */
function isOfOneController(fact: string): boolean {
  return [...registers.values()].filter((register) => profileFacts(register).some((each) => each.includes(fact))).length === 1;
}

async function tablesIn(folder: string): Promise<string> {
  const root = join(folder, 'data/tables');
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.csv'));
  return files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
}
