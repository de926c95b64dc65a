import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createDemoWorld, type DemoWorld } from '@habeas/example-worlds';
import { pino } from 'pino';
import { Officer } from '../src/demo/officer.js';
import { ServiceLog } from '../src/platform/service-log.js';
import { startService, type StartedService, type StartOptions } from '../src/start.js';

/** A service that runs on the world of the demo, in this process, with what it logs. */
export interface ServiceHouse {
  readonly folder: string;
  readonly world: DemoWorld;
  readonly started: StartedService;
  readonly url: string;
  readonly log: readonly string[];
  readonly configFile: string;
  stop(): Promise<void>;
}

/** Starts a service with two controllers. `settings` are lines of service.yaml; `prepare` may change the world before. */
export async function serviceHouse(
  settings = '',
  prepare?: (world: DemoWorld) => void,
  options: StartOptions = {},
): Promise<ServiceHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-service-'));
  const world = await createDemoWorld(join(folder, 'world'));
  prepare?.(world);
  const configFile = join(folder, 'service.yaml');
  writeFileSync(
    configFile,
    `service: 1\ncontrollers:\n  club: ${relative(folder, world.associationConfig)}\n  hostel: ${relative(folder, world.hostelConfig)}\n` +
      `listen: { port: 0 }\noperations: { port: 0 }\n${settings}`,
  );
  const log: string[] = [];
  const started = await startService({ config: configFile, role: 'all' }, serviceLog(log), options);
  return {
    folder,
    world,
    started,
    url: started.url ?? '',
    log,
    configFile,
    stop: async () => {
      await started.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A log that is kept. */
export function serviceLog(lines: string[]): ServiceLog {
  return new ServiceLog(pino({ base: {} }, { write: (line: string) => void lines.push(line) }));
}

/** The first data protection officer of a house. */
export function officerOf({ url, started }: ServiceHouse, controller = 'club'): Promise<Officer> {
  return Officer.first({ url, setUpCode: started.setUpCode ?? '', controller });
}
