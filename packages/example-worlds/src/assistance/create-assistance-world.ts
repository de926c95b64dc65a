import { mkdir } from 'node:fs/promises';
import { writeConfig, writeFolder } from '../database/world-folder.js';
import { createCrowd } from '../people/person.js';
import { createRandom } from '../world/random.js';
import type { PersonOfInterest } from '../world/truth.js';
import { AssistanceDesk } from './assistance-desk.js';
import { castCharter } from './cast-charter.js';
import { castNetwork } from './cast-network.js';
import { ContractOffice } from './contract-office.js';
import { addInsured, addProviders } from './crowd.js';
import { ProviderNetwork } from './provider-network.js';

const SEED = 9; // Art. 9 GDPR: health
const PEOPLE = 60;
const INSURED = 40;
const AT_PROVIDERS_FROM = 30;

/** The databases of two controllers of one group, with those whom it is worth searching for. */
export interface AssistanceWorld {
  /** The folder that holds everything: databases, data maps, registers and the two configurations. */
  readonly directory: string;
  /** `habeas.yaml` of the controller that insures and assists: contracts and cases. */
  readonly charterConfig: string;
  /** `habeas.yaml` of the controller of the network and the website. */
  readonly networkConfig: string;
  /** The cast of the first controller, its main character first. */
  readonly charter: readonly PersonOfInterest[];
  /** The cast of the second, the same main character first: the two share no record of hers. */
  readonly network: readonly PersonOfInterest[];
  /** Ordinary people of the first. */
  readonly insured: readonly PersonOfInterest[];
  /** Ordinary people of the second. Some of them are insured as well. */
  readonly providers: readonly PersonOfInterest[];
}

/**
 * Creates the example group of assistance companies in a folder: three SQLite databases with health data, other people and recorded
 * calls, their reviewed data maps, and a configuration and a register for each of its two controllers. Everything in it is synthetic
 * and the same every time. Replaces files of the same names; rejects where the folder cannot be written.
 */
export async function createAssistanceWorld(directory: string): Promise<AssistanceWorld> {
  await mkdir(directory, { recursive: true });
  const [contracts, cases, partners] = [new ContractOffice(), new AssistanceDesk(), new ProviderNetwork()];
  const random = createRandom(SEED);
  const charter = castCharter({ contracts, cases });
  const network = castNetwork(partners);
  const people = createCrowd(random.fork('people'), PEOPLE);
  const insured = addInsured({ contracts, cases }, people.slice(0, INSURED), random.fork('insured'));
  const providers = addProviders(partners, people.slice(AT_PROVIDERS_FROM), random.fork('providers'));
  const sources = [contracts, cases, partners].map(({ rows }) => rows);
  await writeFolder(directory, { sources, registers: ['assistance-charter', 'assistance-network'] });
  return {
    directory,
    charterConfig: await writeConfig(directory, 'assistance-charter'),
    networkConfig: await writeConfig(directory, 'assistance-network'),
    charter,
    network,
    insured,
    providers,
  };
}
