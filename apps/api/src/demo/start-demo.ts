import { join } from 'node:path';
import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { pino } from 'pino';
import { ServiceLog } from '../platform/service-log.js';
import { startService, type StartedService, type StartOptions } from '../start.js';
import { type ExampleController, exampleControllers, writeServiceConfig } from './example-controllers.js';
import { startMailboxPage } from './mailbox-page.js';

/** Where the demo is made, and with what. */
export interface StartDemoOptions extends StartOptions {
  /** Where the example databases, the service's data and its log go. */
  readonly directory: string;
  readonly say: (line: string) => void;
  /** The port of the service; 0 takes any that is free. */
  readonly port: number;
}

/** The service on the example controllers, before anybody has an account or has asked for anything. */
export interface StartedDemo {
  readonly started: StartedService;
  /** Where the service answers. */
  readonly url: string;
  /** What the first account is made with. */
  readonly setUpCode: string;
  readonly controllers: readonly ExampleController[];
  readonly mailbox: MailCatcher;
  /** Where its messages are read. */
  readonly mailboxUrl: string;
  /** Stops the service, its mailbox, and the vendors of its controllers. */
  readonly stop: () => Promise<void>;
}

/** Makes the example controllers, and starts the service on them with a mailbox. Leaves nothing running where something fails. */
export async function startDemo(options: StartDemoOptions): Promise<StartedDemo> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts(options, closers)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  { directory, say, port, ...options }: StartDemoOptions,
  closers: (() => Promise<unknown>)[],
): Promise<Omit<StartedDemo, 'stop'>> {
  const world = join(directory, 'world');
  const { controllers, close } = await exampleControllers(world);
  closers.push(close);
  say(`Five example controllers, nine databases, three vendors on this machine, synthetic people: ${world}`);
  const mailbox = await startMailCatcher();
  closers.push(mailbox.close);
  const page = await startMailboxPage(mailbox);
  closers.push(page.close);
  const config = writeServiceConfig(directory, controllers, { port, smtp: mailbox.url });
  const started = await startService({ config, role: 'all' }, quietLog(directory), options);
  closers.push(() => started.stop());
  const { url = '', setUpCode = '', operationsUrl } = started;
  say(`Mail goes to a mailbox on this machine, which delivers nothing: ${page.url}`);
  say(`The service is at ${url}; health and metrics at ${operationsUrl}`);
  return { started, url, setUpCode, controllers, mailbox, mailboxUrl: page.url };
}

/** The log goes to a file beside the rest: the screen is for the story. */
function quietLog(directory: string): ServiceLog {
  return new ServiceLog(pino({ base: {} }, pino.destination({ dest: join(directory, 'service.log'), sync: true })));
}
