import { mkdir } from 'node:fs/promises';
import type { RegisterName } from '../registers.js';
import { createCrowd } from '../people/person.js';
import { createRandom } from '../world/random.js';
import type { PersonOfInterest } from '../world/truth.js';
import { writeConfig, writeConnectedConfig, writeFolder } from '../database/world-folder.js';
import { castCamille } from './cast/camille.js';
import { castChains } from './cast/chains.js';
import { connect, type Connected } from './cast/connected.js';
import { castSharedAddresses } from './cast/shared-addresses.js';
import { castStrangers } from './cast/strangers.js';
import { createSystems } from './cast/systems.js';
import type { VendorSystem } from '../vendors/vendor-system.js';
import { addCrowd, addGuests } from './crowd.js';
import { createVendors } from './vendors.js';

const SEED = 2016_679; // the GDPR's number
const CROWD = 260;
const GUESTS = 60;

/** The demo's databases, with those whom it is worth searching for. */
export interface DemoWorld {
  /** The folder that holds everything: databases, data maps and the two configurations. */
  readonly directory: string;
  /** The association's `habeas.yaml`: three systems. */
  readonly associationConfig: string;
  /** The association's `habeas.yaml` with its vendors in it, which have to be started: three systems, and three more. */
  readonly connectedConfig: string;
  /** The association's CRM, ticket shop and mailing platform, for `startVendors`. */
  readonly vendors: readonly VendorSystem[];
  /** What databases and vendors hold together. */
  readonly connected: Connected;
  /** The hostel's `habeas.yaml`: one system. */
  readonly hostelConfig: string;
  /** The cast of the association, its main character (some 300 records) first. */
  readonly association: readonly PersonOfInterest[];
  /** The same person at the hostel, which knows nothing of the association. */
  readonly hostel: readonly PersonOfInterest[];
  /** Ordinary people of the association. */
  readonly crowd: readonly PersonOfInterest[];
  /** Ordinary people of the hostel. */
  readonly guests: readonly PersonOfInterest[];
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
  const guests = addGuests(systems, people.slice(CROWD), random.fork('guests'));
  const vendors = createVendors();
  const known = people.slice(0, CROWD).flatMap((person, index) => {
    const found = crowd[index];
    return found === undefined ? [] : [[person, found] as const];
  });
  const connected = connect({ systems, vendors }, { camille: camille.association, crowd: known });
  const started = Object.values(vendors) as readonly VendorSystem[];
  systems.events.addTalks();
  const { membership, events, newsletter, hostel } = systems;
  const sources = [membership, events, newsletter, hostel].map(({ rows }) => rows);
  await writeFolder(directory, { sources, registers: REGISTERS_OF_THE_DEMO });
  return {
    directory,
    associationConfig: await writeConfig(directory, 'association'),
    connectedConfig: await writeConnectedConfig(
      directory,
      'association',
      started.map(({ connector }) => connector),
    ),
    vendors: started,
    connected,
    hostelConfig: await writeConfig(directory, 'hostel'),
    association: [camille.association, ...cast],
    hostel: [camille.hostel],
    crowd,
    guests,
  };
}
