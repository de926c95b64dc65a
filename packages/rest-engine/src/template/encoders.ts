import { ConnectorError } from '@habeas/connector-sdk';

/** The languages of filters that vendors let a query be written in. In each, a value stands between quotes. */
export const LANGUAGES = ['soql', 'sosl', 'odata', 'sql', 'nql'] as const;

/** See {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** The quote that has to stand on both sides of a hole; SOSL's search term stands in braces. */
export const QUOTES: Readonly<Record<Language, readonly [string, string]>> = {
  soql: ["'", "'"],
  sosl: ['{', '}'],
  odata: ["'", "'"],
  sql: ["'", "'"],
  nql: ["'", "'"],
};

/**
 * How a value is written between the quotes of a language, so that it can end neither the quotes nor the statement.
 *
 * - `soql` Salesforce, "Quoted String Escape Sequences": a backslash before `\`, `'` and `"`; line breaks as `\n`, `\r`
 * - `sosl` Salesforce, "FIND": a backslash before its reserved characters
 * - `odata` OData 4.01 URL conventions §5.1.1.14.1 and `sql` ISO 9075: a quote is doubled
 * - `nql` Ghost: a backslash before `\` and `'`
 */
export const IN_LANGUAGE: Readonly<Record<Language, (value: string) => string>> = {
  soql: (value) =>
    value
      .replace(/[\\'"]/gu, '\\$&')
      .replace(/\n/gu, '\\n')
      .replace(/\r/gu, '\\r'),
  sosl: (value) => value.replace(/[?&|!{}[\]()^~*:\\"'+-]/gu, '\\$&'),
  odata: (value) => value.replaceAll("'", "''"),
  sql: (value) => value.replaceAll("'", "''"),
  nql: (value) => value.replace(/[\\']/gu, '\\$&'),
};

/**
 * A value as one segment of a path (RFC 3986 §3.3). Throws `contract` for `.` and `..`: no encoding keeps a URL parser
 * from walking up, and the request would be another.
 */
export function asPathSegment(value: string): string {
  if (/^\.{1,2}$/u.test(value)) throw new ConnectorError('contract', 'A value of one or two dots cannot be part of a path.');
  return encodeURIComponent(value).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
