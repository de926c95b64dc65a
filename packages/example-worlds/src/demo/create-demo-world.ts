import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RegisterName } from '../registers.js';
import { createCrowd } from '../people/person.js';
import { createRandom } from '../world/random.js';
import type { PersonOfInterest } from '../world/truth.js';
import { writeSqlite } from '../database/write-sqlite.js';
import { castCamille } from './cast/camille.js';
import { castChains } from './cast/chains.js';
import { castSharedAddresses } from './cast/shared-addresses.js';
import { castStrangers } from './cast/strangers.js';
import { createSystems, type DemoSystems } from './cast/systems.js';
import { addCrowd, addGuests } from './crowd.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const SEED = 2016_679; // the GDPR's number
const CROWD = 260;
const GUESTS = 60;

/** The demo's databases, with those whom it is worth searching for. */
export interface DemoWorld {
  /** The folder that holds everything: databases, data maps and the two configurations. */
  readonly directory: string;
  /** The association's `habeas.yaml`: three systems. */
  readonly associationConfig: string;
  /** The hostel's `habeas.yaml`: one system. */
  readonly hostelConfig: string;
  /** The cast of the association, its main character (some 300 records) first. */
  readonly association: readonly PersonOfInterest[];
  /** The same person at the hostel, which knows nothing of the association. */
  readonly hostel: readonly PersonOfInterest[];
  /** Ordinary people of the association. */
  readonly crowd: readonly PersonOfInterest[];
}

/** What the two controllers keep of their processing. */
const REGISTERS_OF_THE_DEMO: readonly RegisterName[] = ['management-assistants', 'hostel-association'];

/**
 * Creates the example association and the example hostel in a folder: four SQLite databases, "each built by somebody else",
 * their reviewed data maps, and a configuration and a register for each controller. Everything in it is synthetic and the same every time.
 * Replaces files of the same names; rejects where the folder cannot be written.
 */
export async function createDemoWorld(directory: string): Promise<DemoWorld> {
  await mkdir(directory, { recursive: true });
  const systems = createSystems();
  const random = createRandom(SEED);
  const camille = castCamille(systems);
  const cast = [...castSharedAddresses(systems), ...castChains(systems), ...castStrangers(systems)];
  const people = createCrowd(random.fork('people'), CROWD + GUESTS);
  const crowd = addCrowd(systems, people.slice(0, CROWD), random.fork('crowd'));
  addGuests(systems, people.slice(CROWD), random.fork('guests'));
  systems.events.addTalks();
  await writeSystems(directory, systems);
  for (const name of REGISTERS_OF_THE_DEMO) await copy(directory, 'registers', `${name}.register.yaml`);
  return {
    directory,
    associationConfig: await copy(directory, 'configs', 'association.yaml'),
    hostelConfig: await copy(directory, 'configs', 'hostel.yaml'),
    association: [camille.association, ...cast],
    hostel: [camille.hostel],
    crowd,
  };
}

async function writeSystems(directory: string, systems: DemoSystems): Promise<void> {
  for (const { rows } of Object.values(systems) as readonly DemoSystems[keyof DemoSystems][]) {
    const schema = await readFile(join(PACKAGE, 'schemas', `${rows.source}.sql`), 'utf8');
    writeSqlite(join(directory, `${rows.source}.sqlite`), schema, rows.tables);
    await copy(directory, 'data-maps', `${rows.source}.map.yaml`);
  }
}

async function copy(directory: string, folder: string, name: string): Promise<string> {
  const target = join(directory, name);
  await copyFile(join(PACKAGE, folder, name), target);
  return target;
}
