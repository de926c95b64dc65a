import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type LoadedConfig, loadConfig } from '@habeas/configuration';
import { createDemoWorld, type DemoWorld, type PersonOfInterest } from '@habeas/example-worlds';
import { createKey } from '../commands/create-key.js';
import { givenSubject, type SubjectArguments } from '../commands/given-subject.js';
import { type FinishedSearch, searchPerson } from '../commands/search-person.js';
import { verifyFile } from '../commands/verify-file.js';
import type { Surroundings } from '../habeas.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import { unpack } from './unpack.js';

/** How the demo is run. */
export interface DemoOptions {
  /** Where the example databases and the archives go. */
  readonly directory: string;
  readonly format: 'csv' | 'json';
  /** Whether to ask for other people to search afterwards, where somebody is there to answer. */
  readonly keepOpen: boolean;
}

/** Who asks whom in the demo: the controller's configuration, and the person. */
interface Scene {
  readonly config: LoadedConfig;
  readonly person: PersonOfInterest;
}

/**
 * Creates two example controllers with their databases, searches people who are worth it, verifies what came out, and says
 * where it is. Ends with 0 when each search found exactly what the world was built to hold.
 */
export async function runDemo(options: DemoOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings;
  const world = await createDemoWorld(join(options.directory, 'world'));
  terminal.out(`Two example controllers, four databases, synthetic people: ${world.directory}`);
  const keyFile = join(options.directory, `signing-key-${String(Date.now())}.pem`);
  createKey(keyFile, terminal);
  const load = (file: string): LoadedConfig => ({ ...loadConfig(file, surroundings.connectors), signingKeyFile: keyFile });
  const verdicts: boolean[] = [];
  for (const scene of scenesOf(world, load)) verdicts.push(await playScene(scene, options, surroundings));
  if (options.keepOpen && process.stdin.isTTY) await askForMore(load(world.associationConfig), world, options, surroundings);
  return verdicts.every(Boolean) ? EXIT.complete : EXIT.fault;
}

function scenesOf(world: DemoWorld, load: (file: string) => LoadedConfig): readonly Scene[] {
  const [main, ...cast] = world.association;
  const doubtful = cast.find(({ truth }) => truth.queued.length > 0 && truth.included.length === 0);
  const association = load(world.associationConfig);
  return [
    ...[main, doubtful].flatMap((person) => (person === undefined ? [] : [{ config: association, person }])),
    ...world.hostel.map((person) => ({ config: load(world.hostelConfig), person })),
  ];
}

async function playScene({ config, person }: Scene, options: DemoOptions, surroundings: Surroundings): Promise<boolean> {
  const { terminal } = surroundings;
  terminal.out(`\n━━ ${config.controller.name}: ${person.name}\n   ${person.shows}`);
  const finished = await searchPerson(
    config,
    givenSubject(argumentsFor(person), config.phoneRegion),
    { format: options.format, out: join(options.directory, 'archives') },
    surroundings,
  );
  await verifyFile(finished.file, undefined, terminal);
  terminal.out(`open ${join(await unpack(finished.file), 'README.html')}`);
  return printVerdict(person, finished, surroundings);
}

function printVerdict({ truth }: PersonOfInterest, { archive, account }: FinishedSearch, { terminal }: Surroundings): boolean {
  const queued = account.matches.filter(({ decision }) => decision === 'queued').length;
  const isRight = archive.records === truth.included.length && queued === truth.queued.length;
  const expected = `${String(truth.included.length)} records and ${String(truth.queued.length)} doubtful matches`;
  terminal.out(isRight ? `As the world was built: ${expected}.` : `NOT AS THE WORLD WAS BUILT: ${expected} were expected.`);
  return isRight;
}

function argumentsFor({ given }: PersonOfInterest): SubjectArguments {
  const valuesOf = (kind: string): readonly string[] => given.filter((each) => each.kind === kind).map(({ value }) => value);
  const [birthDate] = valuesOf('birthDate');
  return {
    email: valuesOf('email'),
    phone: valuesOf('phone'),
    name: valuesOf('name'),
    id: given.flatMap(({ kind, namespace, value }) => (kind === 'id' ? [`${namespace ?? ''}=${value}`] : [])),
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

async function askForMore(
  config: LoadedConfig,
  world: DemoWorld,
  options: DemoOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal, signal } = surroundings;
  const others = world.association.slice(1).map(({ given, shows }) => `  ${given[0]?.value ?? ''}  ${shows}`);
  terminal.out(`\nOthers worth a search:\n${others.join('\n')}`);
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const email = await questions.question('\nE-mail address to search (empty ends the demo): ', { signal });
      if (email.trim() === '') return;
      await searchPerson(
        config,
        givenSubject({ email: [email] }, config.phoneRegion),
        { format: options.format, out: join(options.directory, 'archives') },
        surroundings,
      );
    }
  } finally {
    questions.close();
  }
}
