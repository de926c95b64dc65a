import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { RequestSpec } from '../manifest/request-schema.js';
import type { Language } from '../template/encoders.js';
import { isForEach, listNamed } from './build-request.js';

/** A template of a request, where it stands in it, and the language that it is written in. */
export interface PlacedTemplate {
  readonly path: readonly PropertyKey[];
  readonly text: string;
  readonly language?: Language;
  /** Within `each … as`, `${item}` is an item of the list. */
  readonly item?: boolean;
}

/** Every template of a request. */
export function templatesOf(spec: RequestSpec): readonly PlacedTemplate[] {
  return [
    ...(spec.get === undefined ? [] : [{ path: ['get'], text: spec.get }]),
    ...(spec.post === undefined ? [] : [{ path: ['post'], text: spec.post }]),
    ...Object.entries(spec.query).flatMap(([name, value]) => queryTemplates(['query', name], value)),
    ...Object.entries(spec.headers).map(([name, text]) => ({ path: ['headers', name], text })),
    ...bodyTemplates(['body'], spec.body ?? null, false),
  ];
}

function queryTemplates(path: readonly PropertyKey[], value: RequestSpec['query'][string]): readonly PlacedTemplate[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object') return [];
  return (Object.entries(value) as [Language, string][]).map(([language, text]) => ({
    path: [...path, language],
    text,
    language,
  }));
}

function bodyTemplates(path: readonly PropertyKey[], value: JsonValue, item: boolean): readonly PlacedTemplate[] {
  if (typeof value === 'string') return [{ path, text: value, item }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).flatMap((inner, index) => bodyTemplates([...path, index], inner, item));
  const group = value as JsonObject;
  if (!isForEach(group)) return Object.entries(group).flatMap(([name, inner]) => bodyTemplates([...path, name], inner, item));
  return [
    { path: [...path, 'each'], text: `\${${listNamed(group)}}` },
    ...bodyTemplates([...path, 'as'], group['as'] ?? null, true),
  ];
}
