import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createDemoWorld, type DemoWorld, type PersonOfInterest } from '@habeas/example-worlds';
import { pino } from 'pino';
import { ServiceLog } from '../platform/service-log.js';
import { startService, type StartedService } from '../start.js';
import { Officer } from './officer.js';
import { runScene } from './run-scene.js';

/** How the demo is run. */
export interface DemoOptions {
  /** Where the example databases, the service's data and the archives go. */
  readonly directory: string;
  readonly format: 'csv' | 'json';
  readonly say: (line: string) => void;
  /** The port of the service; 0 takes any that is free. */
  readonly port: number;
}

/** A demo that was run, with its service still up. */
export interface FinishedDemo {
  /** Whether every search came to exactly what the world was built to hold. */
  readonly isRight: boolean;
  readonly started: StartedService;
}

/** Makes two example controllers, starts the service on them, sets up its first officer, and takes the requests of people who are worth it to their archives. */
export async function runDemo({ directory, format, say, port }: DemoOptions): Promise<FinishedDemo> {
  const world = await createDemoWorld(join(directory, 'world'));
  say(`Two example controllers, four databases, synthetic people: ${world.directory}`);
  const started = await startService({ config: writeConfig(directory, world, port), role: 'all' }, quietLog(directory));
  say(`The service is at ${started.url ?? ''}; health and metrics at ${started.operationsUrl}`);
  try {
    const club = await Officer.first({ url: started.url ?? '', setUpCode: started.setUpCode ?? '', controller: 'club' });
    say('The first officer is set up, with a second factor.');
    const verdicts: boolean[] = [];
    for (const { controller, person } of scenesOf(world)) {
      say(`\n━━ ${controller}: ${person.name}\n   ${person.shows}`);
      const officer = controller === 'club' ? club : club.for(controller);
      const language = controller === 'hostel' ? 'fr' : 'en';
      verdicts.push(await runScene({ officer, person, format, language, folder: join(directory, 'archives'), say }));
    }
    return { isRight: verdicts.every(Boolean), started };
  } catch (error) {
    await started.stop();
    throw error;
  }
}

function scenesOf(world: DemoWorld): readonly { readonly controller: string; readonly person: PersonOfInterest }[] {
  const [main, ...cast] = world.association;
  const doubtful = cast.find(({ truth }) => truth.queued.length > 0 && truth.included.length === 0);
  return [
    ...[main, doubtful].flatMap((person) => (person === undefined ? [] : [{ controller: 'club', person }])),
    ...world.hostel.map((person) => ({ controller: 'hostel', person })),
  ];
}

function writeConfig(directory: string, world: DemoWorld, port: number): string {
  const file = join(directory, 'service.yaml');
  const lines = [
    'service: 1',
    'controllers:',
    `  club: ${relative(directory, world.associationConfig)}`,
    `  hostel: ${relative(directory, world.hostelConfig)}`,
    `listen: { port: ${String(port)} }`,
    'operations: { port: 0 }',
    'data: ./service',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** The log goes to a file beside the rest: the screen is for the story. */
function quietLog(directory: string): ServiceLog {
  return new ServiceLog(pino({ base: {} }, pino.destination({ dest: join(directory, 'service.log'), sync: true })));
}
