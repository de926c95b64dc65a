import { extname, relative } from 'node:path';
import { holidayCalendar } from '@habeas/calendars';
import { type LoadedConfig, readInput } from '@habeas/configuration';
import { type InputFault, InvalidInputError, readYaml, Secret } from '@habeas/connector-sdk';
import {
  computeDeadlines,
  dayEndsAt,
  DEFAULT_DEADLINE_RULES,
  type Deadlines,
  type Language,
  type LocalDate,
  parseLocalDate,
  startClock,
} from '@habeas/core/law';
import {
  composeLetter,
  type LetterFacts,
  type LetterKind,
  letterSender,
  type LetterWording,
  readLetterWording,
  renderHtml,
  renderPdf,
  renderText,
} from '@habeas/report';
import { z } from 'zod';
import { writeNewFile } from './new-file.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** What `habeas letter` was asked. */
export interface LetterArguments {
  readonly config: string;
  /** A YAML file: what the letter has to know (docs/letters.md). */
  readonly facts: string;
  readonly language?: Language;
  /** The form follows from its name: `.html`, `.pdf` or `.txt`. */
  readonly out: string;
}

const factsSchema = z.record(z.string(), z.unknown());
type Given = z.output<typeof factsSchema>;

/**
 * Writes a letter of the controller of a configuration. Throws `Refused` with each thing that the law demands of it and that is
 * missing, and `InvalidInputError` for a file that is not readable, without a register, or already there.
 */
export async function writeLetterFile(
  kind: LetterKind,
  config: LoadedConfig,
  { config: file, facts, language = config.controller.language, out }: LetterArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (config.register === undefined) throw new InvalidInputError([noRegister(file)]);
  const render = rendererOf(out);
  const given = readYaml(readInput(facts), facts, factsSchema).value;
  const known = withSecrets(withDeadlines(kind, given, config.controller));
  // As unsure as any input: the letter itself reads it, and refuses what it lacks.
  const document = composeLetter(
    kind,
    known as LetterFacts<LetterKind>,
    letterSender(config.register.register, wordingOf(config)),
    language,
  );
  // Never overwritten: what was sent stays as it was
  writeNewFile(out, await render(document), { mode: 0o600 });
  terminal.out(`${document.title}: ${out}`);
  return EXIT.complete;
}

function noRegister(file: string): InputFault {
  return {
    file,
    path: 'controller.register',
    what: 'there is no register, which says who writes and to whom to complain',
    remedy: 'name one: controller.register',
  };
}

function wordingOf({ lettersFile: file }: LoadedConfig): LetterWording | undefined {
  return file === undefined ? undefined : readLetterWording(readInput(file), relative('.', file));
}

/** Names and identifiers of the person stand in the file as they are; from here on they are secrets. */
function withSecrets(facts: Given): Given {
  const { addressee, identifiers } = facts;
  return {
    ...facts,
    ...(typeof addressee === 'string' ? { addressee: new Secret(addressee) } : {}),
    ...(Array.isArray(identifiers) ? { identifiers: identifiers.map(withSecretValue) } : {}),
  };
}

function withSecretValue(identifier: unknown): unknown {
  if (typeof identifier !== 'object' || identifier === null || !('value' in identifier)) return identifier;
  const { value } = identifier;
  return typeof value === 'string' ? { ...identifier, value: new Secret(value) } : identifier;
}

/** A notice of extension depends on the dates of its request: computed, where nobody gives them. */
function withDeadlines(kind: LetterKind, facts: Given, place: LoadedConfig['controller']): Given {
  if (kind !== 'extension' || 'deadlines' in facts) return facts;
  const received = dayOf(facts['receivedOn']);
  const written = dayOf(facts['date']);
  return received === undefined || written === undefined ? facts : { ...facts, deadlines: deadlinesOf(received, written, place) };
}

function deadlinesOf(received: LocalDate, written: LocalDate, place: LoadedConfig['controller']): Deadlines {
  const settings = { zone: place.timeZone, calendar: holidayCalendar(place.holidays), rules: DEFAULT_DEADLINE_RULES };
  const lastInstantOf = (day: LocalDate): Date => new Date(dayEndsAt(settings.zone, day).getTime() - 1);
  return computeDeadlines(startClock(lastInstantOf(received)), settings, lastInstantOf(written));
}

function dayOf(value: unknown): LocalDate | undefined {
  return typeof value === 'string' ? parseLocalDate(value) : undefined;
}

type Renderer = (document: Parameters<typeof renderHtml>[0]) => string | Promise<Uint8Array>;

const RENDERERS: ReadonlyMap<string, Renderer> = new Map<string, Renderer>([
  ['.html', (document) => [...renderHtml(document)].join('')],
  ['.txt', (document) => `${renderText(document)}\n`],
  ['.pdf', (document) => renderPdf(document)],
]);

function rendererOf(out: string): Renderer {
  const render = RENDERERS.get(extname(out).toLowerCase());
  if (render !== undefined) return render;
  const remedy = `end its name in ${[...RENDERERS.keys()].join(', ')}`;
  throw new InvalidInputError([{ file: out, what: 'nobody knows which form is wanted', remedy }]);
}
