import { person } from '../people/cast.js';

/** Insured by the one controller, and runs a garage that works for the other: one person, one address, two controllers. */
export const SOLENE = person(101, ['Solène', 'Garnier-Kaddour'], '1986-11-23', 'solene.garnier@example.org');
