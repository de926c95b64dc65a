import type { IdentifierKind } from '@habeas/connector-sdk';
import { entryOf, type Given } from '../given.js';
import { refHole } from '../holes.js';
import { draftRequest, type Fill } from '../request.js';
import { holeName, type Settings } from '../settings.js';
import type { Endpoint, Read } from '../vendor.js';
import { type DescribedFields, leftoversOf } from './read-dataset.js';
import { readPagination } from './read-pagination.js';

const PLACEHOLDER = /<([\w.-]+)>/gu;
const KINDS: Readonly<Record<string, IdentifierKind>> = { email: 'email', phone_number: 'phone' };
const CHANGES = ['update', 'delete'];
const NOTHING: DescribedFields = { key: [], fields: {}, notes: [] };

/** What a placeholder of a request stands for. */
type Meaning = { readonly hole: string; readonly by?: IdentifierKind } | { readonly unknown: string };

interface Context {
  readonly settings: Settings;
  /** How the file calls itself: references to it are references to its own endpoints. */
  readonly self: string | undefined;
}

/** An endpoint of a Fides configuration. */
export function readEndpoint(given: Given, dataset: ReadonlyMap<string, DescribedFields>, context: Context): Endpoint {
  const called = given.text('name', 'endpoint');
  const described = dataset.get(called) ?? NOTHING;
  const notes: string[] = [];
  given.pass('after');
  const requests = given.get('requests');
  const reads = requests.items('read').map((read) => readRead(read, context, notes));
  const changes = CHANGES.filter((change) => requests.get(change).exists);
  if (changes.length > 0) notes.push(`Habeas only reads: the requests to ${changes.join(' and ')} are not taken over`);
  const recordPath = changes
    .map((change) => pathOfRecord(requests.first(change), called, context))
    .find((path) => path !== undefined);
  for (const change of changes) requests.pass(change);
  notes.push(...described.notes, ...leftoversOf(given));
  return {
    name: holeName(called),
    key: described.key,
    fields: described.fields,
    reads: reads.flatMap(({ made, broken }) => (broken.length === 0 ? [made] : [])),
    broken: reads.flatMap(({ broken }) => broken),
    notes,
    ...(recordPath === undefined ? {} : { recordPath }),
  };
}

function readRead(read: Given, context: Context, notes: string[]): { made: Read; broken: readonly string[] } {
  const meanings = meaningsOf(read, context, notes);
  const query = pairs(read, 'query_params');
  const processed = postprocessed(read, notes);
  const records = read.text('data_path') ?? processed.records;
  const isSingle = records === undefined && query.length === 0;
  const { paginate, writes, notes: ofPages } = readPagination(read.get('pagination'), query, isSingle);
  const asked = {
    method: read.text('method', 'GET'),
    path: read.text('path', '/'),
    query: query.filter(([name]) => !writes.includes(name)),
    headers: pairs(read, 'headers'),
    body: read.text('body'),
  };
  const { request, notes: ofRequest, broken } = draftRequest(asked, filling(meanings, context.settings));
  notes.push(...ofPages, ...ofRequest);
  const by = processed.by ?? [...meanings.values()].flatMap((meaning) => ('by' in meaning ? [meaning.by] : []))[0];
  const made = {
    request: {
      ...request,
      ...(records === undefined ? {} : { records }),
      ...(read.text('ignore_errors') === 'true' ? { on: { '404': 'empty' } } : {}),
      paginate,
    },
    ...(by === undefined ? {} : { by }),
    ...(processed.field === undefined ? {} : { field: processed.field }),
  };
  const isCode = read.get('request_override').exists;
  return { made, broken: isCode ? [...broken, 'code of Fides reads it (request_override)'] : broken };
}

function pairs(given: Given, key: string): readonly (readonly [string, unknown])[] {
  return given.items(key).map((item) => [item.text('name', ''), item.get('value').taken()]);
}

function meaningsOf(request: Given, context: Context, notes: string[]): ReadonlyMap<string, Meaning> {
  return new Map(request.items('param_values').map((param) => [param.text('name', ''), meaningOf(param, context, notes)]));
}

function meaningOf(param: Given, { settings, self }: Context, notes: string[]): Meaning {
  const identity = param.text('identity');
  if (identity !== undefined) return { hole: '${id}', by: kindOf(identity, notes) };
  const setting = param.text('connector_param');
  if (setting !== undefined) return settingOf(setting, settings);
  const reference = param.first('references');
  reference.pass('direction');
  const [endpoint = '', ...field] = reference.text('field', '').split('.');
  const dataset = reference.text('dataset', 'not named');
  if (endpoint === '') return { unknown: 'what no reference of the file explains' };
  if (dataset !== self) return { unknown: `${endpoint}.${field.join('.')} of another source (${dataset})` };
  return { hole: refHole({ endpoint: holeName(endpoint), field: field.join('.') }) };
}

function kindOf(identity: string, notes: string[]): IdentifierKind {
  const kind = entryOf(KINDS, identity);
  if (kind === undefined) notes.push(`the identity ${identity} is taken for an id of the namespace "person": say which it is`);
  return kind ?? 'id';
}

function settingOf(name: string, settings: Settings): Meaning {
  const hole = settings.inRequest(name);
  return hole === undefined ? { unknown: `the credential ${name}` } : { hole };
}

/** Puts holes in place of placeholders: what the request says of them, else settings. */
function filling(meanings: ReadonlyMap<string, Meaning>, settings: Settings): Fill {
  return (text) => {
    const unknown: string[] = text.includes('${') ? ['a text that a manifest would take for a hole'] : [];
    const filled = text.replaceAll(PLACEHOLDER, (placeholder, name: string) => {
      const meaning = meanings.get(name) ?? (settings.has(name) ? settingOf(name, settings) : { unknown: placeholder });
      if ('hole' in meaning) return meaning.hole;
      unknown.push(meaning.unknown);
      return '';
    });
    return unknown.length === 0 ? { text: filled } : { unknown };
  };
}

interface Processed {
  readonly records?: string;
  readonly field?: string;
  readonly by?: IdentifierKind;
}

/** Where records are unwrapped, and by which field the file picks those of the person. */
function postprocessed(read: Given, notes: string[]): Processed {
  return read.items('postprocessors').reduce<Processed>((found, processor) => {
    const strategy = processor.text('strategy', 'a step');
    const step = entryOf(POSTPROCESSORS, strategy)?.(processor.get('configuration'), notes);
    if (step === undefined) notes.push(`the records are changed by ${strategy} there, and not in the draft`);
    return { ...found, ...step };
  }, {});
}

const POSTPROCESSORS: Readonly<Record<string, (configuration: Given, notes: string[]) => Processed | undefined>> = {
  unwrap: (configuration) => ({ records: configuration.text('data_path', '.') }),
  filter: (configuration, notes) => {
    const identity = configuration.get('value').text('identity');
    const field = configuration.look('field');
    if (identity === undefined || field === undefined || field.includes('.')) return undefined;
    configuration.pass('field', 'exact', 'case_sensitive');
    return { field, by: kindOf(identity, notes) };
  },
};

/** Where one record of the endpoint is changed or deleted, if that is by a field of its own. */
function pathOfRecord(change: Given, called: string, { settings }: Context): string | undefined {
  const method = change.text('method', '');
  const own = new Map(
    change.items('param_values').map((param): [string, Meaning] => {
      const [endpoint, ...field] = param.first('references').text('field', '').split('.');
      const isOwn = endpoint === called && field.length === 1;
      return [param.text('name', ''), isOwn ? { hole: `\${key.${field.join('.')}}` } : { unknown: method }];
    }),
  );
  const filled = filling(own, settings)(change.text('path', ''));
  return 'text' in filled && /\$\{key\.[^}]*\}(?:\.json)?$/u.test(filled.text) ? filled.text : undefined;
}
