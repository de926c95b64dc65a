import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonOfInterest, RegisterName } from '@habeas/example-worlds';
import { exampleControllers, writeServiceConfig } from '../../src/demo/example-controllers.js';
import { Officer } from '../../src/demo/officer.js';
import { runScene } from '../../src/demo/run-scene.js';
import { type StartedService, startService } from '../../src/start.js';
import { serviceLog } from '../house.js';

/** The five controllers, in the order of their policies: a name for each, its register, whom to ask for. */
export const CONTROLLERS = [
  { id: 'club', register: 'management-assistants' },
  { id: 'network', register: 'assistance-network' },
  { id: 'assess', register: 'assess-manager' },
  { id: 'charter', register: 'assistance-charter' },
  { id: 'hostel', register: 'hostel-association' },
] as const satisfies readonly { readonly id: string; readonly register: RegisterName }[];

/** See {@link CONTROLLERS}. */
export type ControllerId = (typeof CONTROLLERS)[number]['id'];

/** One answer as a person opens it. */
export interface Answer {
  readonly isRight: boolean;
  /** The report as a reader sees it, without markup. */
  readonly report: Readonly<Record<'en' | 'fr', string>>;
  readonly article15: Readonly<Record<string, unknown>>;
  /** Everything that was said while it was made. */
  readonly said: readonly string[];
  /** Every table of data, by its path below `data/tables`. */
  readonly description: {
    readonly resources: readonly {
      readonly path: string;
      readonly 'x-source'?: string;
      readonly 'x-collection'?: string;
      readonly 'x-activity'?: string;
      readonly 'x-role': string;
    }[];
  };
  readonly folder: string;
}

/** One service with five controllers on the sources of all example worlds. */
export interface JourneyHouse {
  /** The main character of a controller: somebody in as much of it as there is. */
  personOf(controller: ControllerId): PersonOfInterest;
  /** The answer to its main character, or to somebody else of its world. */
  answerFor(controller: ControllerId, person?: PersonOfInterest): Promise<Answer>;
  /** Somebody of its world whom it is worth asking for. */
  somebody(controller: ControllerId, id: string): PersonOfInterest;
  /** A digest of every database of the five, by its path. */
  sources(): Readonly<Record<string, string>>;
  /** Who decides in the name of a controller. */
  officerOf(controller: ControllerId): Officer;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** Starts it. */
export async function journeyHouse(): Promise<JourneyHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-journeys-'));
  const { controllers, close } = await exampleControllers(join(folder, 'world'));
  const config = writeServiceConfig(folder, controllers, { port: 0 });
  const log: string[] = [];
  const started = await startService({ config, role: 'all' }, serviceLog(log));
  const officer = await firstOfficer(started);
  const castOf = (controller: ControllerId): readonly PersonOfInterest[] =>
    controllers.find(({ id }) => id === controller)?.cast ?? [];
  const known = (controller: ControllerId, person: PersonOfInterest | undefined): PersonOfInterest => {
    if (person === undefined) throw new Error(`The world of ${controller} does not have whom the test wants.`);
    return person;
  };
  const personOf = (controller: ControllerId): PersonOfInterest => known(controller, castOf(controller)[0]);
  return {
    personOf,
    somebody: (controller, wanted) =>
      known(
        controller,
        castOf(controller).find(({ id }) => id === wanted),
      ),
    sources: () => digestsIn(folder),
    officerOf: (controller) => officer.for(controller),
    log,
    answerFor: async (controller, person = personOf(controller)) => {
      const out = join(folder, 'out', controller, person.id);
      const said: string[] = [];
      const say = (line: string): void => void said.push(line);
      const scene = { person, format: 'csv', language: 'en', folder: out, say } as const;
      const isRight = await runScene({ ...scene, officer: officer.for(controller) });
      return read(isRight, said);
    },
    stop: async () => {
      await started.stop();
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

function digestsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sqlite'));
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return Object.fromEntries(files.map((file) => [file, digest(file)]));
}

function firstOfficer({ url, setUpCode }: StartedService): Promise<Officer> {
  return Officer.first({ url: url ?? '', setUpCode: setUpCode ?? '', controller: 'club' });
}

async function read(isRight: boolean, said: readonly string[]): Promise<Answer> {
  const page = said.find((line) => line.startsWith('open '))?.slice('open '.length) ?? '';
  const folder = page.slice(0, -'/README.html'.length);
  const text = async (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
  const json = async (path: string): Promise<never> => JSON.parse(await text(path)) as never;
  return {
    isRight,
    folder,
    said,
    report: { en: readable(await text('data/report/report.en.html')), fr: readable(await text('data/report/report.fr.html')) },
    article15: await json('data/report/article15.json'),
    description: await json('datapackage.json'),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** What a reader sees of a page: words, with plain spaces. */
function readable(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/su, '')
    .replace(/<wbr>/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\s\u00a0\u202f]+/gu, ' ');
}
