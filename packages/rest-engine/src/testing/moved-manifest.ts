import { AssertionError } from 'node:assert';
import type { JsonObject } from '@habeas/connector-sdk';
import type { Manifest } from '../manifest/manifest.js';
import { fill, parseTemplate } from '../template/template.js';

/** An address of a manifest, with the settings of a source in it. */
export function addressOf(text: string, config: JsonObject): URL {
  const filled = fill(parseTemplate(text), { config }, (value) => value);
  if (!URL.canParse(filled)) throw new AssertionError({ message: `the manifest's address ${filled} is none` });
  return new URL(filled);
}

/** The path of a manifest's base, without a slash at its end. */
export function prefixOf(manifest: Manifest, config: JsonObject): string {
  return addressOf(manifest.base, config).pathname.replace(/\/$/u, '');
}

/**
 * The manifest with its own addresses at a fake vendor. Hosts of files stay what they are: nothing of the vendor's stands there.
 */
export function movedTo(origin: string, manifest: Manifest, config: JsonObject): Manifest {
  const moved = (text: string): string => `${origin}${addressOf(text, config).pathname.replace(/\/$/u, '')}`;
  const auth = 'tokenUrl' in manifest.auth ? { ...manifest.auth, tokenUrl: moved(manifest.auth.tokenUrl) } : manifest.auth;
  const tokenHost = manifest.tokenHost === undefined ? {} : { tokenHost: origin };
  return { ...manifest, base: moved(manifest.base), auth, ...tokenHost };
}
