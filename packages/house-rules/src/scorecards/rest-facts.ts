import type { Manifest } from '@habeas/rest-engine';
import type { Find, RestFacts } from './facts.js';

/** What a manifest says that a scorecard tells. */
export function restFacts(manifest: Manifest): RestFacts {
  const collections = Object.entries(manifest.collections);
  const fields = collections.flatMap(([, collection]) => Object.values(collection.fields));
  return {
    finds: findsOf(manifest),
    collections: collections.length,
    fields: fields.length,
    categorised: fields.filter(({ category }) => category !== undefined).length,
    files: collections.flatMap(([name, { files }]) => Object.keys(files).map((field) => `${name}.${field}`)),
    authentication: manifest.auth.type,
    pagination: [...new Set(pageFamilies(manifest))],
    limits: manifest.limits.map(limitText),
  };
}

/** How many gaps a manifest names, those of its collections included. */
export function gapsOf({ gaps, collections }: Manifest): number {
  return gaps.length + Object.values(collections).flatMap((collection) => collection.gaps).length;
}

/** Each kind of identifier with each way to ask for it, the surest first. */
function findsOf({ collections, namespaces }: Manifest): readonly Find[] {
  const finds = new Map<string, Find>();
  for (const mode of ['exact', 'index', 'scan'] as const) {
    for (const [collection, { find }] of Object.entries(collections)) {
      for (const { by, namespace } of find.filter((each) => each.mode === mode)) {
        const what = namespace === undefined ? KINDS[by] : (namespaces[namespace] ?? namespace);
        const collected = finds.get(`${what} ${mode}`)?.collections ?? [];
        finds.set(`${what} ${mode}`, { by: what, mode, collections: [...new Set([...collected, collection])] });
      }
    }
  }
  return [...finds.values()];
}

type Kind = Manifest['collections'][string]['find'][number]['by'];

const KINDS: Readonly<Record<Kind, string>> = {
  email: 'e-mail',
  phone: 'phone',
  id: 'id',
  name: 'name',
  birthDate: 'date of birth',
};

/** Of the manifest and all its requests, wherever they stand. */
function pageFamilies(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    ...(key === 'paginate' && isFamily(inner) ? [inner.type] : []),
    ...pageFamilies(inner),
  ]);
}

function isFamily(value: unknown): value is { readonly type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

function limitText({ rate, per, concurrency, scope }: Manifest['limits'][number]): string {
  const texts = [
    ...(rate === undefined || per === undefined ? [] : [`${rate} in ${durationText(per)}`]),
    ...(concurrency === undefined ? [] : [`${concurrency} at once`]),
  ];
  return `${texts.join(' and ')}${scope === undefined ? '' : ` (${scope})`}`;
}

function durationText(ms: number): string {
  const [unit, size] = UNITS.find(([, each]) => ms % each === 0) ?? (['ms', 1] as const);
  return `${ms / size} ${unit}`;
}
