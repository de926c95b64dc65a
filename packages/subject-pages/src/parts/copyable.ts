import { type Html, markup } from '@habeas/report';
import type { Scene } from './scene.js';

/** What lets the script put a button beside a text, that copies it. */
export function copyable({ words }: Scene): Html {
  return markup` data-copy="${words.say('script.copy')}" data-copied="${words.say('script.copied')}"`;
}
