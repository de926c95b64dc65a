import { writeWorld, type WorldTarget } from '../database/write-world.js';
import type { TableDesign } from '../database/table-design.js';
import { createCrowd, type Person } from '../people/person.js';
import { createRandom, type Random } from '../world/random.js';
import type { Root, SourceBuilder } from '../world/source-builder.js';
import { type PersonOfInterest, truthOf } from '../world/truth.js';
import { EVENTS_TABLES, MAILING_TABLES, SHOP_TABLES } from './designs.js';
import { DOUBTFUL_SCENARIOS } from './doubtful-scenarios.js';
import { GeneratedSystems } from './generated-systems.js';
import { LINKED_SCENARIOS } from './linked-scenarios.js';
import { fullName, type Scenario, toPersonOfInterest } from './scenario.js';

/** The sources of the generated world. Its data maps are `generated-<source>.map.yaml`. */
export const GENERATED_SOURCES = ['shop', 'events', 'mailing'] as const;

/** See {@link GENERATED_SOURCES}. */
export type GeneratedSource = (typeof GENERATED_SOURCES)[number];

/** Size and seed of a generated world. */
export interface GeneratedWorldOptions {
  readonly people: number;
  readonly seed?: number;
}

/** A world of synthetic people over three systems, and the truth about everybody. */
export interface GeneratedWorld {
  /** How many people it holds. */
  readonly people: number;
  /** How many rows each source holds. */
  readonly rows: Readonly<Record<GeneratedSource, number>>;
  /** Everybody who was made to collide with somebody, or to be hard to find, with the scenario before the `/` of the id. */
  readonly collisions: readonly PersonOfInterest[];
  /** Everybody else. */
  readonly ordinary: readonly PersonOfInterest[];
  /** Writes one source to an empty database of any product. */
  write(source: GeneratedSource, target: WorldTarget): Promise<void>;
}

const TABLES: Readonly<Record<GeneratedSource, readonly TableDesign[]>> = {
  shop: SHOP_TABLES,
  events: EVENTS_TABLES,
  mailing: MAILING_TABLES,
};

/**
 * Makes a world: people at random, collisions on purpose at known rates, and for everybody what a search has to find. The
 * truth is noted while rows are made. The same options give the same world.
 */
export function createGeneratedWorld({ people, seed = 1679 }: GeneratedWorldOptions): GeneratedWorld {
  const random = createRandom(seed);
  const systems = new GeneratedSystems(random.fork('rows'));
  const crowd = random.shuffle(createCrowd(random.fork('people'), people));
  const { collisions, rest } = playScenarios(systems, crowd);
  const draw = random.fork('ordinary');
  const ordinary = rest.map((person) => liveOrdinarily(systems, person, draw));
  const builders: Readonly<Record<GeneratedSource, SourceBuilder>> = systems;
  return {
    people: crowd.length,
    rows: { shop: rowsOf(systems.shop), events: rowsOf(systems.events), mailing: rowsOf(systems.mailing) },
    collisions,
    ordinary,
    write: (source, target) => writeWorld(target, TABLES[source], builders[source].tables),
  };
}

function playScenarios(
  systems: GeneratedSystems,
  crowd: readonly Person[],
): { readonly collisions: readonly PersonOfInterest[]; readonly rest: readonly Person[] } {
  let taken = 0;
  const collisions = [...LINKED_SCENARIOS, ...DOUBTFUL_SCENARIOS].flatMap((scenario) => {
    const start = taken;
    taken += casesOf(scenario, crowd.length) * scenario.people;
    return playCases(systems, scenario, crowd.slice(start, taken));
  });
  return { collisions, rest: crowd.slice(taken) };
}

function playCases(systems: GeneratedSystems, scenario: Scenario, people: readonly Person[]): readonly PersonOfInterest[] {
  const cases = Array.from({ length: people.length / scenario.people }, (_, index) =>
    people.slice(index * scenario.people, (index + 1) * scenario.people),
  );
  return cases.flatMap((those) => scenario.play(systems, those)).map((expected) => toPersonOfInterest(scenario, expected));
}

function casesOf({ casesPer10000 }: Scenario, people: number): number {
  return Math.round((casesPer10000 * people) / 10_000);
}

function liveOrdinarily(systems: GeneratedSystems, person: Person, random: Random): PersonOfInterest {
  const roots: Root[] = [];
  if (random.chance(0.7)) roots.push(systems.addAccount(person).root);
  for (let count = random.between(0, 2); count > 0; count--)
    roots.push(systems.addAttendee(person, random.chance(0.3) ? { phone: person.phone } : {}));
  if (random.chance(0.6)) roots.push(systems.addContact(person.email, random.chance(0.5) ? fullName(person) : null));
  if (random.chance(0.15)) roots.push(systems.addGuestPurchase({ email: person.email, full_name: fullName(person) }));
  return {
    id: `ordinary/${person.id}`,
    name: fullName(person),
    shows: 'An ordinary person.',
    given: [{ kind: 'email', value: person.email }],
    truth: truthOf(roots),
  };
}

function rowsOf(source: SourceBuilder): number {
  return [...source.tables.values()].reduce((sum, rows) => sum + rows.length, 0);
}
