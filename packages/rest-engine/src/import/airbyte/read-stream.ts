import { Given, type Group } from '../given.js';
import { refHole } from '../holes.js';
import { draftRequest } from '../request.js';
import { holeName, type Settings } from '../settings.js';
import type { Endpoint, Read } from '../vendor.js';
import { filled, type Partitions } from './interpolation.js';
import { readPaginator } from './read-paginator.js';
import { readResponses } from './read-responses.js';
import { readSchema } from './read-schema.js';

/** More values of a list than this, and each would make a request for every person. */
const MOST_VALUES = 20;

/** A stream and the address that it is read at, apart from the base. */
export interface ReadStream {
  readonly endpoint: Endpoint;
  readonly parents: readonly unknown[];
}

/** The address of a stream's requests: what is common to many streams, and its own part. */
export function addressOf(stream: Given): { readonly base: string; readonly path: string } {
  const requester = stream.get('retriever').get('requester');
  const base = requester.text('url_base', '').replace(/\/+$/u, '');
  const path = requester.text('path', '');
  const whole = requester.text('url');
  if (whole === undefined) return { base, path };
  const [, origin = whole, rest = ''] = /^(https?:\/\/[^/]+)(.*)$/su.exec(whole) ?? [];
  return { base: origin, path: path === '' ? rest : `${rest}/${path.replace(/^\//u, '')}` };
}

/** An Airbyte stream. `prefix` is what its paths begin with below the base of the draft; without one it lies elsewhere. */
export function readStream(stream: Given, prefix: string | undefined, settings: Settings): ReadStream {
  const notes: string[] = [];
  const name = holeName(stream.text('name', 'stream'));
  const retriever = stream.get('retriever');
  const router = readRouter(retriever, notes);
  const { fields, notes: ofSchema } = readSchema(stream.get('schema_loader'));
  const made = router.partitions.map((partitions) => readOf(stream, prefix ?? '', { partitions, query: router.query, settings }));
  const kind = retriever.text('type', 'SimpleRetriever');
  const broken = [
    ...(kind === 'SimpleRetriever' ? [] : [`it is read by ${kind}, which is not taken over`]),
    ...(prefix === undefined ? ['it lies at another address than the rest'] : []),
    ...router.broken,
    ...(made[0]?.broken ?? []),
  ];
  const key = keyOf(stream, notes);
  notes.push(...(made[0]?.notes ?? []), ...ofSchema, ...leftoversOf(stream));
  const reads = broken.length > 0 ? [] : made.map(({ read }) => read);
  return { endpoint: { name, key, fields, reads, broken, notes }, parents: router.parents };
}

/** What nobody took of a stream, as one remark; the names of components say nothing by themselves. */
function leftoversOf(stream: Given): readonly string[] {
  const left = stream.leftovers().filter((path) => !/(?:^|\.)type$/u.test(path));
  const own = left.map((path) => path.replace(`${stream.path}.`, ''));
  stream.taken();
  return own.length === 0 ? [] : [`not taken over: ${own.join(', ')}`];
}

function keyOf(stream: Given, notes: string[]): readonly string[] {
  const value = stream.get('primary_key').taken();
  const keys = (Array.isArray(value) ? (value as unknown[]) : value === undefined || value === '' ? [] : [value]).map((part) =>
    Array.isArray(part) ? part.map(String).join('.') : String(part),
  );
  const nested = keys.filter((key) => key.includes('.'));
  if (nested.length > 0) notes.push(`its key lies inside of ${nested.join(', ')}: a field of the record itself has to hold it`);
  return nested.length > 0 ? [] : keys;
}

interface Routed {
  readonly partitions: readonly Partitions[];
  readonly query: readonly (readonly [string, string])[];
  readonly parents: readonly unknown[];
  readonly broken: readonly string[];
}

/** What a stream is read for: each record of its parents, and each value of a list. */
function readRouter(retriever: Given, notes: string[]): Routed {
  const routers = retriever.items('partition_router');
  return routers.reduce<Routed>(
    (found, router) => {
      const type = router.text('type');
      if (type === 'SubstreamPartitionRouter') return substream(router, found);
      if (type === 'ListPartitionRouter') return listed(router, found);
      notes.push(`it is read for each part of ${type ?? 'something'}, which has no counterpart`);
      return { ...found, broken: [...found.broken, `it is read by ${type ?? 'a router without a type'}`], partitions: [] };
    },
    { partitions: [new Map()], query: [], parents: [], broken: [] },
  );
}

function substream(router: Given, found: Routed): Routed {
  return router.items('parent_stream_configs').reduce<Routed>((all, parent) => {
    const stream = parent.get('stream').taken();
    const endpoint = holeName(new Given(stream).look('name') ?? 'stream');
    const ref = { endpoint, field: parent.text('parent_key', 'id').replaceAll('/', '.') };
    const name = parent.text('partition_field', 'parent_id');
    const parameter = parameterOf(parent.get('request_option'));
    return {
      partitions: all.partitions.map((partitions) => new Map([...partitions, [name, ref]])),
      query: parameter === undefined ? all.query : [...all.query, [parameter, refHole(ref)]],
      parents: [...all.parents, stream],
      broken: all.broken,
    };
  }, found);
}

/** The parameter of the query that the parent's field goes into; anywhere else is left to be told. */
function parameterOf(option: Given): string | undefined {
  if (option.look('inject_into') !== 'request_parameter') return undefined;
  option.pass('inject_into');
  return option.text('field_name');
}

function listed(router: Given, found: Routed): Routed {
  const name = router.text('cursor_field', 'value');
  const values = router.get('values').value;
  const texts = Array.isArray(values) ? values.map(String) : [];
  if (texts.length === 0 || texts.length > MOST_VALUES) {
    return {
      ...found,
      partitions: [],
      broken: [...found.broken, 'it is read for each value of a list that is not in the file, or is long'],
    };
  }
  router.get('values').taken();
  return {
    ...found,
    partitions: found.partitions.flatMap((partitions) => texts.map((value) => new Map([...partitions, [name, { value }]]))),
  };
}

interface Context {
  readonly partitions: Partitions;
  readonly query: Routed['query'];
  readonly settings: Settings;
}

function readOf(
  stream: Given,
  prefix: string,
  { partitions, query, settings }: Context,
): { read: Read; notes: readonly string[]; broken: readonly string[] } {
  const retriever = stream.get('retriever');
  const requester = retriever.get('requester');
  const fill = (text: string): ReturnType<typeof filled> =>
    text.startsWith('${ref.') ? { text } : filled(text, settings, partitions);
  const members = (key: string): readonly (readonly [string, unknown])[] =>
    requester.members(key).map(([name, value]) => [name, value.taken()]);
  const { request, notes, broken } = draftRequest(
    {
      method: requester.text('http_method', 'GET'),
      path: `${prefix}/${addressOf(stream).path.replace(/^\//u, '')}`,
      query: [...members('request_parameters'), ...query],
      headers: members('request_headers'),
      body: requester.get('request_body_json').taken(),
    },
    fill,
  );
  const { on } = readResponses(requester);
  const records = recordsOf(retriever.get('record_selector'));
  const { paginate, notes: ofPages } = readPaginator(retriever.get('paginator'));
  const full: Group = {
    ...request,
    ...(records === undefined ? {} : { records }),
    ...(Object.keys(on).length === 0 ? {} : { on }),
    paginate,
  };
  return { read: { request: full }, notes: [...notes, ...ofPages], broken };
}

/** Where records stand: `["data", "*"]` goes through a list. */
function recordsOf(selector: Given): string | undefined {
  const extractor = selector.get('extractor');
  if (extractor.text('type', 'DpathExtractor') !== 'DpathExtractor') return undefined;
  const steps = extractor.texts('field_path').map((step) => (step === '*' ? '[]' : `.${step}`));
  return steps.length === 0 ? undefined : steps.join('').replace(/^\./u, '');
}
