import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createAssessWorld, createAssistanceWorld, createDemoWorld, type PersonOfInterest } from '@habeas/example-worlds';

/** A controller of the example worlds, on databases of its own. */
export interface ExampleController {
  readonly id: 'club' | 'network' | 'assess' | 'charter' | 'hostel';
  /** Its `habeas.yaml`. */
  readonly config: string;
  /** Whom it is worth asking for: its main character first. */
  readonly cast: readonly PersonOfInterest[];
  /** In which its people are answered. */
  readonly language: 'en' | 'fr';
}

/** Makes the five example controllers in a folder, in the order of the policies that they are written from: nine databases. */
export async function exampleControllers(directory: string): Promise<readonly ExampleController[]> {
  const demo = await createDemoWorld(directory);
  const assistance = await createAssistanceWorld(join(directory, 'assistance'));
  const assess = await createAssessWorld(join(directory, 'recruiting'));
  return [
    { id: 'club', config: demo.associationConfig, cast: demo.association, language: 'en' },
    { id: 'network', config: assistance.networkConfig, cast: assistance.network, language: 'en' },
    { id: 'assess', config: assess.config, cast: assess.cast, language: 'fr' },
    { id: 'charter', config: assistance.charterConfig, cast: assistance.charter, language: 'fr' },
    { id: 'hostel', config: demo.hostelConfig, cast: demo.hostel, language: 'fr' },
  ];
}

/** Writes `service.yaml` of a service for them into a folder, and gives its path. */
export function writeServiceConfig(directory: string, controllers: readonly ExampleController[], port: number): string {
  const file = join(directory, 'service.yaml');
  const lines = [
    'service: 1',
    'controllers:',
    ...controllers.map(({ id, config }) => `  ${id}: ${relative(directory, config)}`),
    `listen: { port: ${String(port)} }`,
    'operations: { port: 0 }',
    'data: ./service',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
