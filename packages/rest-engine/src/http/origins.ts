import { ConnectorError } from '@habeas/connector-sdk';
import type { Standing } from './http.js';

/** What may be reached, as it was declared: origins such as `https://api.example.org`, with the port where it is another. */
export interface DeclaredOrigins {
  readonly origins: readonly string[];
  /** Origins that only serve files; `https://*.example.org` means every host under it. */
  readonly fileHosts: readonly string[];
  /** Allows `http:`, for systems that stand beside us. */
  readonly insecure: boolean;
}

/**
 * Tells what a URL is to the connector. Throws `contract` for what was declared and is no origin, or is one of `http:` where
 * that is not allowed.
 */
export function originRules({ origins, fileHosts, insecure }: DeclaredOrigins): (url: URL) => Standing {
  const api = new Set(origins.map((origin) => declared(origin, insecure).origin));
  const files = fileHosts.map((origin) => fileRule(origin, insecure));
  return (url) => {
    if (url.username !== '' || url.password !== '') return 'foreign';
    if (api.has(url.origin)) return 'api';
    return files.some((matches) => matches(url)) ? 'files' : 'foreign';
  };
}

function fileRule(text: string, insecure: boolean): (url: URL) => boolean {
  const [scheme, host] = text.split('://*.');
  if (host === undefined) {
    const { origin } = declared(text, insecure);
    return (url) => url.origin === origin;
  }
  const parent = declared(`${scheme ?? ''}://${host}`, insecure);
  if (!parent.hostname.includes('.')) throw invalid(text, 'it names no host of one owner');
  return (url) => url.protocol === parent.protocol && url.port === parent.port && url.hostname.endsWith(`.${parent.hostname}`);
}

function declared(text: string, insecure: boolean): URL {
  if (!URL.canParse(text)) throw invalid(text, 'it is no URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid(text, 'its scheme is not https');
  if (url.protocol === 'http:' && !insecure)
    throw invalid(text, 'http is not allowed', 'Use https, or allow http where it stays in your own network.');
  if (url.username !== '' || url.password !== '')
    throw invalid('…', 'it holds credentials', 'Give credentials as secrets of the source.');
  return url;
}

function invalid(
  text: string,
  why: string,
  remedy = 'Declare scheme, host and, where it is another, the port: https://api.example.org.',
): ConnectorError {
  return new ConnectorError('contract', `The connector cannot reach "${text}": ${why}.`, { remedy });
}
