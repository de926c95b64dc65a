import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { OpenRequestInput } from '@habeas/api/testing';
import { createDemoWorld, type DemoWorld, type PersonOfInterest } from '@habeas/example-worlds';

/** A folder with the example association and its hostel, and a `service.yaml` that serves both. */
export interface ExampleHouse {
  readonly folder: string;
  readonly world: DemoWorld;
  readonly configFile: string;
  remove(): void;
}

/** Makes one. `settings` are lines of service.yaml. */
export async function exampleHouse(settings = ''): Promise<ExampleHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'));
  const world = await createDemoWorld(join(folder, 'world'));
  const configFile = join(folder, 'service.yaml');
  const [club, hostel] = [world.associationConfig, world.hostelConfig].map((file) => relative(folder, file));
  writeFileSync(
    configFile,
    `service: 1\ncontrollers: { club: ${String(club)}, hostel: ${String(hostel)} }\nlisten: { port: 0 }\noperations: { port: 0 }\n${settings}`,
  );
  return {
    folder,
    world,
    configFile,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a request for a person is opened with: everything is proved that may be searched for. */
export function requestInput(person: PersonOfInterest, clientKey: string): OpenRequestInput {
  const identifiers = person.given.map(({ kind, value, namespace }) => ({
    ...{ kind, value, namespace },
    ...(kind === 'name' || kind === 'birthDate' ? {} : { provedBy: 'answered a mail' }),
  }));
  return { clientKey, identifiers, rights: ['access', 'portability'] };
}
