/**
 * Runs TypeScript as it stands, for processes that tests start and kill: `node --import ./source-loader.mjs FILE.ts`.
 * Packages of this repository resolve to their sources, as they do in Jest.
 */
import { register } from 'node:module';

register('./source-hooks.mjs', import.meta.url);
