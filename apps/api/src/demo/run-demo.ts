import { join } from 'node:path';
import type { MailCatcher, PersonOfInterest } from '@habeas/example-worlds';
import type { ExampleController } from './example-controllers.js';
import { Officer } from './officer.js';
import { runScene } from './run-scene.js';
import { runSelfService, websiteOf } from './self-service.js';
import { type StartedDemo, startDemo } from './start-demo.js';

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
  /** Where its messages are read. */
  readonly mailboxUrl: string;
  /** Who may look at everything in its console. */
  readonly officer: Officer;
  /** Stops the service, and the vendors of its controllers. */
  readonly stop: () => Promise<void>;
}

/** Starts what the demo shows, sets up its first officer, and takes the requests of people who are worth it to their archives. */
export async function runDemo(options: DemoOptions): Promise<FinishedDemo> {
  const started = await startDemo(options);
  try {
    return { ...(await runScenes(started, options)), url: started.url, mailboxUrl: started.mailboxUrl, stop: started.stop };
  } catch (error) {
    await started.stop();
    throw error;
  }
}

async function runScenes(
  { url, setUpCode, mailbox, controllers }: StartedDemo,
  { directory, format, say }: DemoOptions,
): Promise<Pick<FinishedDemo, 'isRight' | 'officer'>> {
  const club = await Officer.first({ url, setUpCode, controller: 'club' });
  say('The first officer is set up, with a second factor.');
  const verdicts: boolean[] = [];
  for (const { id, person, language } of scenesOf(controllers)) {
    say(`\n━━ ${id}: ${person.name}\n   ${person.shows}`);
    const officer = id === 'club' ? club : club.for(id);
    verdicts.push(await runScene({ officer, person, format, language, folder: join(directory, 'archives'), say }));
  }
  verdicts.push(...(await selfService({ url, mailbox, officer: club.for('hostel'), controllers, directory, format, say })));
  say(`\nWhoever has no account anywhere asks at ${url}/ask/hostel; the code that proves an address goes to the mailbox.`);
  return { isRight: verdicts.every(Boolean), officer: club };
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

/** Nothing about them is doubtful: they have an account at the hostel, and never stayed. */
function isQuiet({ truth: { included, queued } }: PersonOfInterest): boolean {
  return queued.length === 0 && included.length > 0 && !included.some(({ collection }) => collection === 'reservation');
}
