export { Phrasebook } from './language/phrasebook.js';
export type { Catalogue, Parts } from './language/phrasebook.js';
