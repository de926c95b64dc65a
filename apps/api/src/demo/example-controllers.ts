import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  createAssessWorld,
  createAssistanceWorld,
  createDemoWorld,
  type PersonOfInterest,
  startVendors,
} from '@habeas/example-worlds';

/** A controller of the example worlds, on databases of its own. */
export interface ExampleController {
  readonly id: 'club' | 'network' | 'assess' | 'charter' | 'hostel';
  /** Its `habeas.yaml`. */
  readonly config: string;
  /** Whom it is worth asking for: its main character first. */
  readonly cast: readonly PersonOfInterest[];
  /** Ordinary people of it, where there are some. */
  readonly ordinary?: readonly PersonOfInterest[];
  /** In which its people are answered. */
  readonly language: 'en' | 'fr';
}

/** The example controllers, and the vendors that some of their sources are at. */
export interface ExampleControllers {
  /** In the order of the policies that they are written from. */
  readonly controllers: readonly ExampleController[];
  /** Stops the vendors. */
  readonly close: () => Promise<void>;
}

/**
 * Makes the five example controllers in a folder: nine databases, and the association's CRM, ticket shop and mailing platform,
 * which are started on this machine and answer until they are closed.
 */
export async function exampleControllers(directory: string): Promise<ExampleControllers> {
  const demo = await createDemoWorld(directory);
  const assistance = await createAssistanceWorld(join(directory, 'assistance'));
  const assess = await createAssessWorld(join(directory, 'recruiting'));
  const [main, across] = demo.connected.cast;
  const controllers = [
    { id: 'club', config: demo.connectedConfig, cast: [main, across, ...demo.association.slice(1)], language: 'en' },
    { id: 'network', config: assistance.networkConfig, cast: assistance.network, language: 'en' },
    { id: 'assess', config: assess.config, cast: assess.cast, language: 'fr' },
    { id: 'charter', config: assistance.charterConfig, cast: assistance.charter, language: 'fr' },
    { id: 'hostel', config: demo.hostelConfig, cast: demo.hostel, ordinary: demo.guests, language: 'fr' },
  ] as const;
  const vendors = await startVendors(directory, demo.vendors);
  return { controllers, close: () => vendors.close() };
}

/** Writes `service.yaml` of a service for them into a folder, and gives its path. */
export function writeServiceConfig(
  directory: string,
  controllers: readonly ExampleController[],
  { port, smtp }: { readonly port: number; readonly smtp?: string },
): string {
  const file = join(directory, 'service.yaml');
  const lines = [
    'service: 1',
    'controllers:',
    ...controllers.map(({ id, config }) => `  ${id}: ${relative(directory, config)}`),
    `listen: { port: ${String(port)} }`,
    'operations: { port: 0 }',
    'data: ./service',
    ...(smtp === undefined ? [] : [`mail: { smtp: '${smtp}', from: Privacy <privacy@example.org> }`]),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
