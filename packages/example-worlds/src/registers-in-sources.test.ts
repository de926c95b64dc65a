import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import { type DataMap, type DataMapCollection, parseDataMap } from '@habeas/connector-sdk';
import { retentionRules, type RetentionRule } from '@habeas/core/law';
import { type DataMapName, dataMapFile } from './data-maps.js';
import { type RegisterName, registerFile, REGISTERS } from './registers.js';

/** The sources of each controller, and what of its register they do not have. */
interface Expected {
  readonly maps: readonly DataMapName[];
  /** Activities without a collection, each with the reason. */
  readonly withoutSource: Readonly<Record<string, string>>;
  /** Moments that a rule of an activity names and that no source tells, as `activity moment`, each with the reason. */
  readonly withoutMoment: Readonly<Record<string, string>>;
}

const EXPECTED: Readonly<Record<RegisterName, Expected>> = {
  'management-assistants': {
    maps: ['membership', 'events', 'newsletter'],
    withoutSource: {},
    withoutMoment: {},
  },
  'hostel-association': {
    maps: ['hostel'],
    withoutSource: { analytics: 'Statistics are totals by month, without anybody in them.' },
    withoutMoment: { 'survey contract.endedAt': 'Answers come by address, and hang from no account.' },
  },
  'assistance-charter': { maps: ['contracts', 'cases'], withoutSource: {}, withoutMoment: {} },
  'assistance-network': { maps: ['partners'], withoutSource: {}, withoutMoment: {} },
  'assess-manager': {
    maps: ['crm', 'site'],
    withoutSource: {
      aml: 'On paper; the policy gives a period and nothing else.',
      cctv: 'Recordings of cameras, which the register has as manual.',
    },
    withoutMoment: {
      'payments express_agreement.endedAt':
        'An agreement stands while its day is noted; when it is taken back, the day is removed.',
    },
  },
};

type Collections = DataMap['collections'];

const controllers = REGISTERS.map((name) => ({
  name,
  activities: loadRegister(registerFile(name)).register.activities,
  maps: EXPECTED[name].maps.map((map): Collections => {
    const file = dataMapFile(map);
    return parseDataMap(readFileSync(file, 'utf8'), file).map.collections;
  }),
}));

describe.each(controllers)('the sources of $name', ({ name, activities, maps }) => {
  it('have a collection for every activity of the register, or a reason why there is none', () => {
    const served = new Set(maps.flatMap((map) => Object.values(map).map(({ activity }) => activity)));
    expect(Object.keys(activities).filter((id) => !served.has(id))).toEqual(Object.keys(EXPECTED[name].withoutSource));
  });

  it('tell every moment that its rules of retention run from, or there is a reason why they cannot (RET-01)', () => {
    const untold = Object.entries(activities)
      .filter(([id]) => !Object.hasOwn(EXPECTED[name].withoutSource, id))
      .flatMap(([id, activity]) => {
        const needed = retentionRules(activity).flatMap(({ rule }) => momentsOf(rule));
        return [...new Set(needed)].filter((moment) => !isTold(maps, id, moment)).map((moment) => `${id} ${moment}`);
      });
    expect(untold).toEqual(Object.keys(EXPECTED[name].withoutMoment));
  });

  it('tell no moment that no rule runs from', () => {
    const rules = Object.values(activities).flatMap((activity) => retentionRules(activity));
    const needed = new Set(rules.flatMap(({ rule }) => momentsOf(rule)));
    const told = maps.flatMap((map) => Object.values(map).flatMap(({ fields }) => Object.values(fields)));
    expect(told.flatMap(({ moment }) => moment ?? []).filter((moment) => !needed.has(moment))).toEqual([]);
  });

  it('take consent to purposes that the register has for the activity', () => {
    const unknown = maps.flatMap((map) =>
      Object.entries(map).flatMap(([collection, { activity = '', fields }]) =>
        Object.values(fields).flatMap(({ consentTo }) =>
          consentTo === undefined || Object.hasOwn(activities[activity]?.purposes ?? {}, consentTo)
            ? []
            : [`${collection} ${consentTo}`],
        ),
      ),
    );
    expect(unknown).toEqual([]);
  });
});

it('has logs of consultations that tell when, what for and by whom (SCP-05)', () => {
  const logs = controllers.flatMap(({ maps }) =>
    maps.flatMap((map) => Object.entries(map).filter(([, { nature }]) => nature === 'consultation-log')),
  );
  const parts = logs.map(([name, { fields }]) => [name, Object.values(fields).flatMap(({ log }) => log ?? [])]);
  expect(parts).toEqual([
    ['trace_acces', ['date', 'purpose', 'staff']],
    ['journal_acces', ['date', 'purpose', 'staff']],
  ]);
});

/** The moments that a rule cannot be reckoned without. */
function momentsOf({ term, overrides }: RetentionRule): readonly string[] {
  const anchors = [term, ...overrides.map((override) => ('term' in override ? override.term : override))].flatMap((each) =>
    each !== undefined && 'anchors' in each ? (each.anchors ?? []).map(({ name }) => name) : [],
  );
  const facts = overrides.flatMap((override) =>
    override.ground === 'legal_obligation' ? [] : [override.when, ...(override.until === undefined ? [] : [override.until])],
  );
  return [...anchors, ...facts];
}

/** A moment of the subject may stand anywhere; any other in the activity's own rows, or in the rows that they hang from. */
function isTold(maps: readonly Collections[], activity: string, moment: string): boolean {
  return maps.some((map) =>
    Object.entries(map).some(([name, collection]) => {
      const rows = moment.startsWith('subject.') ? [collection] : withOwners(map, name);
      const serves = moment.startsWith('subject.') || collection.activity === activity;
      return serves && rows.some(({ fields }) => Object.values(fields).some((field) => field.moment === moment));
    }),
  );
}

function withOwners(map: Collections, name: string): readonly DataMapCollection[] {
  const reached = new Set([name]);
  for (const each of reached)
    for (const { to, as } of Object.values(map[each]?.references ?? {})) if (as === 'owned') reached.add(to);
  return [...reached].flatMap((each) => map[each] ?? []);
}
