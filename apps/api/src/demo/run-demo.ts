import { join } from 'node:path';
import { type MailCatcher, type PersonOfInterest, startMailCatcher } from '@habeas/example-worlds';
import { pino } from 'pino';
import { ServiceLog } from '../platform/service-log.js';
import { startService } from '../start.js';
import { type ExampleController, exampleControllers, writeServiceConfig } from './example-controllers.js';
import { Officer } from './officer.js';
import { runScene } from './run-scene.js';
import { runSelfService, websiteOf } from './self-service.js';

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
  /** Where the service answers. */
  readonly url: string;
  /** Who may look at everything in its console. */
  readonly officer: Officer;
  /** Stops the service, and the vendors of its controllers. */
  readonly stop: () => Promise<void>;
}

/** Makes the example controllers, starts the service on them, sets up its first officer, and takes the requests of people who are worth it to their archives. */
export async function runDemo({ directory, format, say, port }: DemoOptions): Promise<FinishedDemo> {
  const world = join(directory, 'world');
  const { controllers, close } = await exampleControllers(world);
  const closers = [close];
  const stop = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    say(`Five example controllers, nine databases, three vendors on this machine, synthetic people: ${world}`);
    const mailbox = await startMailCatcher();
    closers.push(mailbox.close);
    const config = writeServiceConfig(directory, controllers, { port, smtp: mailbox.url });
    const started = await startService({ config, role: 'all' }, quietLog(directory));
    closers.push(() => started.stop());
    const { url = '', setUpCode = '', operationsUrl } = started;
    say(`Mail goes to a catcher on this machine, which delivers nothing: ${mailbox.url}`);
    say(`The service is at ${url}; health and metrics at ${operationsUrl}`);
    const club = await Officer.first({ url, setUpCode, controller: 'club' });
    say('The first officer is set up, with a second factor.');
    const verdicts: boolean[] = [];
    for (const { id, person, language } of scenesOf(controllers)) {
      say(`\n━━ ${id}: ${person.name}\n   ${person.shows}`);
      const officer = id === 'club' ? club : club.for(id);
      verdicts.push(await runScene({ officer, person, format, language, folder: join(directory, 'archives'), say }));
    }
    verdicts.push(...(await selfService({ url, mailbox, officer: club.for('hostel'), controllers, directory, format, say })));
    say(`\nWhoever has no account anywhere asks at ${url}/ask/hostel; the code that proves an address goes to the catcher.`);
    return { isRight: verdicts.every(Boolean), url, officer: club, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Of each the main character, of the first also whom only all its systems together know and somebody doubtful, and of the last everybody: their archives are small. */
function scenesOf(
  controllers: readonly ExampleController[],
): readonly (ExampleController & { readonly person: PersonOfInterest })[] {
  return controllers.flatMap((controller, index) => {
    const [main, across, ...rest] = controller.cast;
    const doubtful = rest.find(({ truth }) => truth.queued.length > 0 && truth.included.length === 0);
    const isLast = index === controllers.length - 1;
    const people = isLast ? controller.cast : [main, ...(index === 0 ? [across, doubtful] : [])];
    return people.flatMap((person) => (person === undefined ? [] : [{ ...controller, person }]));
  });
}

interface SelfServed extends Pick<DemoOptions, 'directory' | 'format' | 'say'> {
  readonly url: string;
  readonly mailbox: MailCatcher;
  /** Of the hostel. */
  readonly officer: Officer;
  readonly controllers: readonly ExampleController[];
}

/** Both ways of a request that the hostel's website hands over: one that nobody touches, and one that stops at the gate. */
async function selfService({ controllers, directory, officer, ...rest }: SelfServed): Promise<readonly boolean[]> {
  await officer.stepUp();
  const website = await websiteOf(rest.url, officer);
  const shared = { ...rest, officer, folder: join(directory, 'archives'), language: 'en' as const };
  const hostel = controllers.find(({ id }) => id === 'hostel');
  const quiet = hostel?.ordinary?.find(isQuiet);
  const [main] = hostel?.cast ?? [];
  if (quiet === undefined || main === undefined) throw new Error('The hostel has nobody for this.');
  const byItself = { title: 'hostel: a guest who never stayed asks on the website', person: quiet };
  const byOfficer = { title: `hostel: ${main.name} asks on the website`, person: main };
  return [await runSelfService(website, { ...shared, ...byItself }), await runSelfService(website, { ...shared, ...byOfficer })];
}

/** The log goes to a file beside the rest: the screen is for the story. */
function quietLog(directory: string): ServiceLog {
  return new ServiceLog(pino({ base: {} }, pino.destination({ dest: join(directory, 'service.log'), sync: true })));
}

/** Nothing about them is doubtful: they have an account at the hostel, and never stayed. */
function isQuiet({ truth: { included, queued } }: PersonOfInterest): boolean {
  return queued.length === 0 && included.length > 0 && !included.some(({ collection }) => collection === 'reservation');
}
