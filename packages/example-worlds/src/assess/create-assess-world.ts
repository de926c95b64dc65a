import { mkdir } from 'node:fs/promises';
import { writeConfig, writeFolder } from '../database/world-folder.js';
import { createCrowd } from '../people/person.js';
import { createRandom } from '../world/random.js';
import type { PersonOfInterest } from '../world/truth.js';
import { castAssess } from './cast.js';
import { ClientOffice } from './client-office.js';
import { addPublic } from './crowd.js';
import { Website } from './website.js';

const SEED = 14; // Art. 14 GDPR: data from elsewhere
const PEOPLE = 50;

/** The databases of a recruiting company, with those whom it is worth searching for. */
export interface AssessWorld {
  /** The folder that holds everything: databases, data maps, the register and the configuration. */
  readonly directory: string;
  /** Its `habeas.yaml`: two systems. */
  readonly config: string;
  /** The cast, its main character first. */
  readonly cast: readonly PersonOfInterest[];
  /** Ordinary people. */
  readonly crowd: readonly PersonOfInterest[];
}

/**
 * Creates the example company for recruitment in a folder: two SQLite databases of clients, contacts, users and candidates, with where
 * the data came from, consents and a trace of accesses; their reviewed data maps, a configuration and a register. Everything in it is
 * synthetic and the same every time. Replaces files of the same names; rejects where the folder cannot be written.
 */
export async function createAssessWorld(directory: string): Promise<AssessWorld> {
  await mkdir(directory, { recursive: true });
  const systems = { crm: new ClientOffice(), site: new Website() };
  const random = createRandom(SEED);
  const cast = castAssess(systems);
  const crowd = addPublic(systems, createCrowd(random.fork('people'), PEOPLE), random.fork('crowd'));
  const sources = [systems.crm.rows, systems.site.rows];
  await writeFolder(directory, { sources, registers: ['assess-manager'] });
  return { directory, config: await writeConfig(directory, 'assess'), cast, crowd };
}
