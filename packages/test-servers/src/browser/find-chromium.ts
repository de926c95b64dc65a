import { givenChromium } from '../config/env.js';
import type { Unavailable } from '../server-name.js';
import { cannotInstall, installPackages } from '../start/install.js';
import { findProgram } from '../start/programs.js';

/** What Debian, other distributions and Google call it; the one without windows first. */
const PROGRAMS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const PACKAGE = 'chromium-headless-shell';

const USUAL = { install: true, find: findProgram, installing: installPackages };

/** A Chromium that tests can use, and where it came from. */
export interface AvailableChromium {
  readonly path: string;
  readonly origin: 'given' | 'found' | 'installed';
}

/** How far the search may go, and what it looks with. */
export interface ChromiumSearch {
  /** Whether a missing one may be installed (root only). Default: yes. */
  readonly install?: boolean;
  readonly find?: (name: string) => string | undefined;
  readonly installing?: (packages: readonly string[]) => Promise<void>;
}

/**
 * Finds a Chromium: the one that `HABEAS_TEST_CHROMIUM` names, else a program on this machine, else one that apt-get installs.
 * Never throws where there is none to be had: the reason is told.
 */
export async function findChromium(search: ChromiumSearch = {}): Promise<AvailableChromium | Unavailable> {
  const { install, find, installing } = { ...USUAL, ...search };
  const given = givenChromium();
  if (given !== undefined) return { path: given, origin: 'given' };
  const found = first(find);
  if (found !== undefined) return { path: found, origin: 'found' };
  if (!install) return { unavailable: 'it is not on this machine' };
  const fault = cannotInstall() ?? (await faultOf(installing));
  if (fault !== undefined) return { unavailable: fault };
  const path = first(find);
  if (path === undefined) return { unavailable: 'apt-get installed it, but its program is not where it should be' };
  return { path, origin: 'installed' };
}

/** Installs it, and tells what went wrong. */
async function faultOf(installing: (packages: readonly string[]) => Promise<void>): Promise<string | undefined> {
  try {
    await installing([PACKAGE]);
    return undefined;
  } catch (error) {
    return `apt-get could not install it: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function first(find: (name: string) => string | undefined): string | undefined {
  return PROGRAMS.map(find).find((path) => path !== undefined);
}
