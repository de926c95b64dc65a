import { Given, type Group, isGroup } from '../given.js';
import { holeName, type Setting, type Settings } from '../settings.js';
import type { Decide, Endpoint, Vendor } from '../vendor.js';
import { filled, settingName } from './interpolation.js';
import { readAuth } from './read-auth.js';
import { readLimits } from './read-limits.js';
import { readResponses } from './read-responses.js';
import { addressOf, readStream } from './read-stream.js';
import { resolveManifest } from './resolve.js';

/** Reads an Airbyte low-code manifest. Throws `InvalidInputError` where its references lead nowhere. */
export function readAirbyte(file: Given, name: string, settings: Settings, decide: Decide): Vendor {
  const given = new Given(resolveManifest(file.taken() as Group, name));
  given.pass('version', 'type', 'definitions', 'schemas', 'metadata', 'description', 'concurrency_level');
  const spec = given.get('spec');
  declareSettings(spec.get('connection_specification').taken(), [], settings);
  spec.pass('type', 'advanced_auth');
  const streams = given.items('streams');
  const first = given.first('streams');
  const requesters = streams.map((stream) => stream.get('retriever').get('requester'));
  const { auth, tokenHost } = readAuth(first.get('retriever').get('requester').get('authenticator'), settings, decide);
  tellOtherAuthenticators(requesters, decide);
  const base = commonBase(streams);
  const endpoints = readAll(streams, base, settings);
  const responses = requesters.map(readResponses);
  const title = titleOf(spec, name);
  const filledBase = filled(base, settings, new Map());
  if ('unknown' in filledBase) decide(['base'], `the address of the file names ${filledBase.unknown.join(', ')}`);
  if (base === '') decide(['base'], 'the file does not say where the API is');
  const documentation = documentationOf(spec);
  const check = checkOf(given, first, endpoints);
  const limits = readLimits(given.get('api_budget'));
  tellLeft(given, decide);
  const addressed = 'text' in filledBase && base !== '' ? filledBase.text : 'https://api.example.org';
  return {
    title,
    documentation,
    base: addressed,
    ...(tokenHost === undefined || tokenHost === addressed ? {} : { tokenHost }),
    auth,
    limits,
    responses: parts({
      rules: unique(responses.flatMap(({ rules }) => rules)),
      wait: unique(responses.flatMap(({ wait }) => wait)),
    }),
    check,
    endpoints,
  };
}

/** The settings of the specification, also those in groups. */
function declareSettings(schema: unknown, path: readonly string[], settings: Settings): void {
  if (!isGroup(schema)) return;
  const { oneOf, properties } = schema;
  for (const branch of Array.isArray(oneOf) ? (oneOf as unknown[]) : []) declareSettings(branch, path, settings);
  for (const [name, property] of Object.entries(isGroup(properties) ? properties : {})) {
    if (!isGroup(property) || Object.hasOwn(property, 'const')) continue;
    const isNested = isGroup(property['properties']) || Array.isArray(property['oneOf']);
    if (isNested) declareSettings(property, [...path, name], settings);
    else settings.declare(settingName([...path, name]), settingOf(property));
  }
}

function settingOf({ airbyte_secret: secret, description, title, default: fallback }: Group): Setting {
  const isValue = secret !== true && (typeof fallback === 'string' || typeof fallback === 'number') && fallback !== '';
  return {
    secret: secret === true,
    description: [description, title].find((text) => typeof text === 'string'),
    fallback: isValue ? fallback : undefined,
  };
}

/** The base of most streams; where they lie at one origin, that. */
function commonBase(streams: readonly Given[]): string {
  const bases = streams.map((stream) => addressOf(stream).base);
  const origins = new Set(bases.map(originOf));
  if (new Set(bases).size > 1 && origins.size === 1) return [...origins][0] ?? '';
  const counted = [...new Set(bases)].map((base) => ({ base, times: bases.filter((one) => one === base).length }));
  return counted.sort((a, b) => b.times - a.times)[0]?.base ?? '';
}

function originOf(base: string): string {
  return /^https?:\/\/(?:\{\{.*?\}\}|[^/{])+/u.exec(base)?.[0] ?? base;
}

/** What a stream's paths begin with below the base of the draft; nothing where it lies elsewhere. */
function prefixOf(stream: Given, base: string): string | undefined {
  const own = addressOf(stream).base;
  return own.startsWith(base) ? own.slice(base.length) : undefined;
}

/** All streams, and their parents that the file does not list by themselves. */
function readAll(streams: readonly Given[], base: string, settings: Settings): readonly Endpoint[] {
  const endpoints = new Map<string, Endpoint>();
  const waiting = [...streams];
  for (let stream = waiting.shift(); stream !== undefined; stream = waiting.shift()) {
    const name = holeName(stream.look('name') ?? 'stream');
    if (endpoints.has(name)) continue;
    const { endpoint, parents } = readStream(stream, prefixOf(stream, base), settings);
    endpoints.set(name, endpoint);
    waiting.push(...parents.filter(isGroup).map((parent) => new Given(parent, `parent of ${name}`)));
  }
  return [...endpoints.values()];
}

function tellOtherAuthenticators(requesters: readonly Given[], decide: Decide): void {
  const [first, ...others] = requesters.map((requester) => JSON.stringify(requester.get('authenticator').value ?? null));
  for (const requester of requesters) requester.pass('authenticator');
  if (others.some((other) => other !== first))
    decide(['auth'], 'the streams of the file are not all signed alike; the draft has what the first of them has');
}

function titleOf(spec: Given, file: string): string {
  const title = (spec.get('connection_specification').value as Group | undefined)?.['title'];
  if (typeof title === 'string' && title.trim() !== '') return title.replace(/\s+(?:source\s+)?spec(?:ification)?$/iu, '').trim();
  const parts = file.split(/[/\\]/u);
  const folder = parts.at(-2)?.replace(/^source-/u, '');
  return folder === undefined || folder === '' || folder === '.' ? 'Imported' : folder;
}

function documentationOf(spec: Given): string | undefined {
  const url = spec.text('documentation_url');
  return url !== undefined && URL.canParse(url) ? url : undefined;
}

/** The request of the stream that Airbyte checks with, if nothing but settings stands in it. */
function checkOf(given: Given, first: Given, endpoints: readonly Endpoint[]): Group | undefined {
  const check = given.get('check');
  const [name = first.look('name') ?? ''] = check.texts('stream_names');
  check.pass('type');
  const request = endpoints.find((endpoint) => endpoint.name === holeName(name))?.reads[0]?.request;
  if (request === undefined || JSON.stringify(request).includes('${ref.')) return undefined;
  const { on: _, ...asked } = request;
  return { ...asked, paginate: 'none' };
}

function tellLeft(given: Given, decide: Decide): void {
  for (const path of given.leftovers()) if (!path.endsWith('.type')) decide([], `not taken over: ${path}`);
}

function unique(groups: readonly Group[]): readonly Group[] {
  return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
}

function parts(groups: Readonly<Record<string, readonly Group[]>>): Group {
  return Object.fromEntries(Object.entries(groups).filter(([, items]) => items.length > 0));
}
