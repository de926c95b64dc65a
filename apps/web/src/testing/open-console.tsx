import { TextDecoder, TextEncoder } from 'node:util';
import { configure } from '@testing-library/dom';
import { render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { App } from '../app/app.js';
import { FakeService } from './fake-service.js';

// What every browser has, and jsdom has not.
const CSS = { escape: (text: string) => text.replaceAll(/[^\w-]/gu, '\\$&') };
Object.assign(globalThis, { TextDecoder, TextEncoder, CSS });
// Against what never comes, not against what is slow.
configure({ asyncUtilTimeout: 20_000 });
Element.prototype.scrollIntoView = () => undefined;

/** The console as somebody has it before them. */
export interface OpenConsole {
  readonly service: FakeService;
  readonly user: UserEvent;
  /** How often the page was begun anew. */
  readonly reloads: () => number;
  /** The language that was chosen. */
  readonly chosen: () => string | undefined;
}

interface Opening {
  readonly hash?: string;
  readonly languages?: readonly string[];
}

/** Opens the console at an address, on a fake service. */
export function openConsole(
  path: string,
  service = new FakeService(),
  { hash = '', languages = ['en'] }: Opening = {},
): OpenConsole {
  window.history.replaceState(null, '', `/console${path}`);
  let reloads = 0;
  let chosen: string | undefined;
  const surroundings = {
    fetch: service.fetch,
    languages,
    rememberLanguage: (language: string) => {
      chosen = language;
    },
    hash,
    reload: () => {
      reloads += 1;
    },
  };
  // A fault of a page is caught by the console itself, and seen there
  render(<App surroundings={surroundings} />, { onCaughtError: () => undefined });
  return { service, user: userEvent.setup(), reloads: () => reloads, chosen: () => chosen };
}

/** Something that can be pressed, by what stands on it. */
export const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });
