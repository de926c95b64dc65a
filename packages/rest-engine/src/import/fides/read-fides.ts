import { entryOf, type Given, type Group } from '../given.js';
import { draftRequest } from '../request.js';
import type { Settings } from '../settings.js';
import type { Decide, Vendor } from '../vendor.js';
import { readAuth } from './read-auth.js';
import { readDatasets } from './read-dataset.js';
import { readEndpoint } from './read-endpoint.js';

const PLACEHOLDER = /<([\w.-]+)>/gu;

/** Reads a Fides SaaS configuration, with the dataset that stands in the same file or beside it. */
export function readFides(file: Given, beside: Given | undefined, settings: Settings, decide: Decide): Vendor {
  const given = file.get('saas_config');
  given.pass('type', 'version', 'category', 'description', 'display_info', 'replaceable');
  readParams(given, settings);
  const client = given.get('client_config');
  const base = baseOf(client, settings, decide);
  const { auth, tokenHost } = readAuth(client.get('authentication'), base, settings, decide);
  const dataset = new Map([...readDatasets(file), ...(beside === undefined ? [] : readDatasets(beside))]);
  if (dataset.size === 0)
    decide(['collections'], 'no dataset was given, so that the fields are not known: name it with --dataset');
  tellUnread(dataset, given, decide);
  const context = { settings, self: given.text('fides_key') };
  return {
    title: given.text('name', 'Imported'),
    documentation: documentationOf(given, decide),
    base,
    ...(tokenHost === undefined ? {} : { tokenHost }),
    auth,
    limits: [...limitsOf(given.get('rate_limit_config')), ...limitsOf(client.get('rate_limit_config'))],
    responses: {},
    check: checkOf(given.get('test_request'), settings, decide),
    endpoints: given.items('endpoints').map((endpoint) => readEndpoint(endpoint, dataset, context)),
  };
}

/** Collections of the dataset that no endpoint reads. */
function tellUnread(dataset: ReadonlyMap<string, unknown>, given: Given, decide: Decide): void {
  const read = new Set(given.items('endpoints').map((endpoint) => endpoint.look('name')));
  const unread = [...dataset.keys()].filter((name) => !read.has(name));
  if (unread.length > 0) decide(['collections'], `the dataset describes what no endpoint reads: ${unread.join(', ')}`);
}

function readParams(given: Given, settings: Settings): void {
  for (const param of given.items('connector_params')) {
    const name = param.text('name', '');
    const secret = param.get('sensitive').taken() === true;
    const fallback = param.get('default_value').taken();
    param.pass('label', 'options', 'multiselect', 'type');
    settings.declare(name, {
      secret,
      description: param.text('description'),
      fallback: !secret && (typeof fallback === 'string' || typeof fallback === 'number') ? fallback : undefined,
    });
  }
}

function baseOf(client: Given, settings: Settings, decide: Decide): string {
  const host = client.text('host', '<host>');
  if (!client.get('host').exists) decide(['base'], 'the file does not say where the API is');
  const named = host.replaceAll(PLACEHOLDER, (_, name: string) => settings.inRequest(name) ?? name);
  return `${client.text('protocol', 'https')}://${named}`.replace(/\/+$/u, '');
}

function documentationOf(given: Given, decide: Decide): string | undefined {
  const guide = given.text('user_guide');
  if (guide === undefined || !URL.canParse(guide)) return undefined;
  decide(['documentation'], "it is the guide of the file: the vendor's own description belongs here");
  return guide;
}

const PERIODS: Readonly<Record<string, string>> = { second: '1s', minute: '1m', hour: '1h', day: '1d' };

function limitsOf(given: Given): readonly Group[] {
  given.pass('enabled');
  return given.items('limits').flatMap((limit) => {
    const rate = limit.number('rate');
    const per = entryOf(PERIODS, limit.text('period'));
    return rate === undefined || per === undefined ? [] : [{ rate, per }];
  });
}

function checkOf(given: Given, settings: Settings, decide: Decide): Group | undefined {
  if (!given.exists) return undefined;
  const fill = (text: string): { text: string } | { unknown: readonly string[] } => {
    const unknown: string[] = [];
    const filled = text.replaceAll(PLACEHOLDER, (placeholder, name: string) => {
      const hole = settings.has(name) ? settings.inRequest(name) : undefined;
      if (hole === undefined) unknown.push(placeholder);
      return hole ?? '';
    });
    return unknown.length === 0 ? { text: filled } : { unknown };
  };
  const pairs = (key: string): readonly (readonly [string, unknown])[] =>
    given.items(key).map((item) => [item.text('name', ''), item.get('value').taken()]);
  const asked = {
    method: given.text('method', 'GET'),
    path: given.text('path', '/'),
    query: pairs('query_params'),
    headers: pairs('headers'),
  };
  const { request, notes, broken } = draftRequest({ ...asked, body: given.text('body') }, fill);
  for (const note of [...notes, ...broken]) decide(['check'], `check: ${note}`);
  return broken.length > 0 ? undefined : { ...request, paginate: 'none' };
}
