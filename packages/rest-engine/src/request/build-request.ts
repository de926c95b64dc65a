import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { QueryValue } from '../manifest/question-schema.js';
import type { Question } from '../manifest/request-schema.js';
import { asPathSegment, IN_LANGUAGE, type Language } from '../template/encoders.js';
import { fill, fillValue, parseTemplate, valueAt, type Scope, type Template } from '../template/template.js';

/** A request as its parts, before it is sent: the page to ask for can still be written into it. */
export interface BuiltRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
}

/** A request of a manifest, its templates read. Gives the request for a scope; throws `EmptyHole` where a value is missing. */
export type RequestBuilder = (scope: Scope) => BuiltRequest;

/** Reads the templates of a request once. */
export function requestBuilder(spec: Question): RequestBuilder {
  const path = parseTemplate(spec.get ?? spec.post ?? '');
  const query = Object.entries(spec.query).map(([name, value]) => [name, queryWriter(value)] as const);
  const headers = Object.entries(spec.headers).map(([name, text]) => [name, parseTemplate(text)] as const);
  const body = spec.body === undefined ? undefined : bodyWriter(spec.body);
  return (scope) => ({
    method: spec.get === undefined ? 'POST' : 'GET',
    path: fill(path, scope, asPathSegment),
    query: Object.fromEntries(query.map(([name, write]) => [name, write(scope)])),
    headers: Object.fromEntries(headers.map(([name, text]) => [name, fill(text, scope, inHeader)])),
    ...(body === undefined ? {} : { body: body(scope) }),
  });
}

/** A header is one line (RFC 9110 §5.5). */
function inHeader(value: string): string {
  return value.replace(/[^\x20-\x7E]/gu, (sign) => encodeURIComponent(sign));
}

function queryWriter(value: QueryValue): (scope: Scope) => string {
  if (typeof value === 'number' || typeof value === 'boolean') return () => String(value);
  if (typeof value === 'string') return textWriter(parseTemplate(value), (text) => text);
  const [[language, text] = ['sql', ''] as const] = Object.entries(value) as [Language, string][];
  return textWriter(parseTemplate(text), IN_LANGUAGE[language]);
}

function textWriter(template: Template, encode: (value: string) => string): (scope: Scope) => string {
  return (scope) => fill(template, scope, encode);
}

/** A body's texts are templates; `{ each: name, as: … }` is a list with one `as` for each item of a list, `${item}` in it. */
function bodyWriter(value: JsonValue): (scope: Scope) => JsonValue {
  if (typeof value === 'string') {
    const template = parseTemplate(value);
    return (scope) => fillValue(template, scope);
  }
  if (typeof value !== 'object' || value === null) return () => value;
  if (Array.isArray(value)) {
    const writers = (value as readonly JsonValue[]).map(bodyWriter);
    return (scope) => writers.map((write) => write(scope));
  }
  return isForEach(value as JsonObject) ? eachWriter(value as JsonObject) : groupWriter(value as JsonObject);
}

/** Whether a group of a body stands for a list that is made from another. */
export function isForEach(value: JsonObject): boolean {
  return Object.keys(value).sort().join() === 'as,each';
}

/** The list that `each` names; what is no name names nothing, and is told when the manifest is read. */
export function listNamed({ each }: JsonObject): string {
  return typeof each === 'string' ? each : '';
}

function eachWriter(value: JsonObject): (scope: Scope) => JsonValue {
  const write = bodyWriter(value['as'] ?? null);
  const name = listNamed(value).split('.');
  return (scope) => {
    const items = valueAt(scope, name);
    return Array.isArray(items) ? (items as readonly JsonValue[]).map((item) => write({ ...scope, item })) : [];
  };
}

function groupWriter(value: JsonObject): (scope: Scope) => JsonValue {
  const writers = Object.entries(value).map(([name, inner]) => [name, bodyWriter(inner)] as const);
  return (scope) => Object.fromEntries(writers.map(([name, write]) => [name, write(scope)]));
}
