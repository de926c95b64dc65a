import { InvalidInputError, readYaml } from '@habeas/connector-sdk';
import { z } from 'zod';
import { readAirbyte } from './airbyte/read-airbyte.js';
import { arrange } from './arrange.js';
import { readFides } from './fides/read-fides.js';
import { Given, type Group, isGroup } from './given.js';
import { Settings } from './settings.js';
import type { Decide, Vendor } from './vendor.js';
import { type Decision, type Question, writeDraft } from './write-draft.js';

/** A file to be imported: its name stands in what is told of it. */
export interface ImportedFile {
  readonly file: string;
  readonly text: string;
}

/** A draft of a manifest, and what a human must still decide, in the order of its lines. */
export interface ImportedManifest {
  readonly format: 'Fides SaaS' | 'Airbyte low-code';
  readonly id: string;
  readonly manifest: string;
  readonly decisions: readonly Decision[];
}

/**
 * Makes a draft manifest of a Fides SaaS configuration (with its dataset, in the same file or beside it) or of an Airbyte
 * low-code manifest. The draft is one that `parseManifest` reads; what the file does not say, or says in a way that a
 * manifest cannot, is a decision. Passed over without one are names, descriptions and versions, definitions that no stream
 * refers to, what a dialog of authorisation asks, the order of owned lists, and which requests a limit is for: the draft keeps
 * each for all of them. Throws `InvalidInputError` where the file is neither, or cannot be read.
 */
export function importManifest(source: ImportedFile, dataset?: ImportedFile): ImportedManifest {
  const { value } = readYaml(source.text, source.file, z.unknown());
  const given = new Given(value);
  const settings = new Settings();
  const questions: Question[] = [];
  const decide: Decide = (path, what) => void questions.push({ path, what });
  const format = formatOf(value);
  if (format === undefined) {
    throw new InvalidInputError([
      {
        file: source.file,
        what: 'it is neither a Fides SaaS configuration (saas_config:) nor an Airbyte low-code manifest (type: DeclarativeSource)',
        remedy: 'name one of the two, or begin with habeas connector new',
      },
    ]);
  }
  const beside = dataset === undefined ? undefined : new Given(readYaml(dataset.text, dataset.file, z.unknown()).value);
  const vendor =
    format === 'Fides SaaS' ? readFides(given, beside, settings, decide) : readAirbyte(given, source.file, settings, decide);
  const id = idOf(vendor.title);
  const draft = manifestOf(id, vendor, settings, decide);
  tellLeftovers([given, ...(beside === undefined ? [] : [beside])], settings, decide);
  const title = `A draft made of ${aOrAn(format)} file. What a human must still decide stands in comments.`;
  const { text, decisions } = writeDraft(draft, questions, title);
  return { format, id, manifest: text, decisions };
}

function aOrAn(format: ImportedManifest['format']): string {
  return `${format.startsWith('A') ? 'an' : 'a'} ${format}`;
}

function formatOf(value: unknown): ImportedManifest['format'] | undefined {
  if (!isGroup(value)) return undefined;
  if (isGroup(value['saas_config'])) return 'Fides SaaS';
  return value['type'] === 'DeclarativeSource' || (Array.isArray(value['streams']) && isGroup(value['check']))
    ? 'Airbyte low-code'
    : undefined;
}

function idOf(title: string): string {
  const id = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '');
  return id === '' ? 'imported' : id;
}

function manifestOf(id: string, vendor: Vendor, settings: Settings, decide: Decide): Group {
  const { listings, collections, gaps } = arrange(vendor.endpoints, decide);
  askForTheRest(vendor, decide);
  const check = vendor.check ?? { get: '/' };
  const draft = {
    manifest: 1,
    id,
    version: '0.1.0',
    title: vendor.title,
    systems: [{ name: vendor.title, versions: 'not known', tested: false }],
    documentation: vendor.documentation ?? 'https://developers.example.org/',
    config: settings.config(),
    secrets: settings.secrets(),
    base: vendor.base,
    ...(vendor.tokenHost === undefined ? {} : { tokenHost: vendor.tokenHost }),
    auth: vendor.auth,
    limits: vendor.limits.length > 0 ? vendor.limits : [{ rate: 1, per: '1s', concurrency: 1 }],
    ...(Object.keys(vendor.responses).length === 0 ? {} : { responses: vendor.responses }),
    check,
    ...(JSON.stringify(collections).includes('"namespace":"person"') ? { namespaces: { person: 'the id of a person' } } : {}),
    ...(Object.keys(listings).length === 0 ? {} : { listings }),
    collections,
    gaps,
  };
  return draft;
}

/** What neither format says, or did not say here. */
function askForTheRest({ documentation, limits, check, endpoints }: Vendor, decide: Decide): void {
  decide(['systems'], 'which versions of the system it reads, and whether it was tested against one');
  if (documentation === undefined) decide(['documentation'], "where the vendor's own description is");
  if (limits.length === 0) decide(['limits'], 'the file names no limits: what the vendor documents belongs here');
  decide(
    ['check'],
    check === undefined
      ? 'the file has no request that only shows that the credentials are good'
      : 'see that it reads nobody: it is sent before any search',
  );
  decide(['collections'], 'what to call each collection (title), and the origin of each field: no file of this kind says it');
  decide(['gaps'], 'what the vendor is known not to give, in words for the person who asked');
  if (endpoints.length === 0) decide(['collections'], 'the file lists nothing');
}

function tellLeftovers(files: readonly Given[], settings: Settings, decide: Decide): void {
  for (const name of settings.unused()) decide([], `the setting ${name} of the file is named by nothing in the draft`);
  for (const path of files.flatMap((file) => file.leftovers())) decide([], `not taken over: ${path}`);
}
