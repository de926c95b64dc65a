import type { Random } from '../world/random.js';
import { NAME_CULTURES, type NameCulture } from './names.js';
import type { Spelling } from './spelling.js';

/** A synthetic person: what everybody else's systems then hold a part of. */
export interface Person {
  /** `p0001`: for truth and tests, never stored in a database. */
  readonly id: string;
  readonly given: string;
  readonly family: string;
  /** YYYY-MM-DD. Never 1 January, which forms use for "no idea". */
  readonly birthDate: string;
  /** The mailbox that the person would prove to be theirs. */
  readonly email: string;
  /** E.164, see {@link fictionalPhone}. */
  readonly phone: string;
  readonly language: string;
  readonly country: string;
}

const DOMAINS = ['example.org', 'example.com', 'example.net', 'post.test', 'bureau.test', 'courriel.test'] as const;
const EVERYDAY: readonly (readonly [weight: number, culture: string])[] = [
  [42, 'french'],
  [26, 'english'],
  [18, 'european'],
  [5, 'african'],
  [3, 'slavic'],
  [2, 'greek'],
  [2, 'eastern'],
  [2, 'semitic'],
];

/**
 * A crowd of `count` people with one mailbox and one telephone each, none of them shared. Namesakes appear by themselves
 * as the crowd outgrows the names. Telephones are `fictionalPhone`s from `firstPhone` on; refuses more people than there
 * are numbers.
 */
export function createCrowd(random: Random, count: number, firstPhone = 0): readonly Person[] {
  return Array.from({ length: count }, (_, index) => createPerson(random, index, firstPhone + index));
}

function createPerson(random: Random, index: number, phoneIndex: number): Person {
  const culture = pickCulture(random);
  const given = random.pick(culture.given);
  const family = random.pick(culture.family);
  return {
    id: `p${String(index + 1).padStart(5, '0')}`,
    given: given.written,
    family: family.written,
    birthDate: birthDate(random),
    email: `${localPart(random, given, family)}${String(index + 1)}@${random.pick(DOMAINS)}`,
    phone: fictionalPhone(phoneIndex),
    language: culture.language,
    country: culture.country,
  };
}

function pickCulture(random: Random): NameCulture {
  let draw = random.between(1, 100);
  for (const [weight, id] of EVERYDAY) {
    draw -= weight;
    const culture = NAME_CULTURES.find((one) => one.id === id);
    if (draw <= 0 && culture !== undefined) return culture;
  }
  throw new RangeError('the weights of the cultures do not make a hundred');
}

function birthDate(random: Random): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${random.between(1940, 2004)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(2, 28))}`;
}

/** The number at the end keeps two people's mailboxes apart, digit by digit a near miss of each other. */
function localPart(random: Random, given: Spelling, family: Spelling): string {
  return random.pick([
    `${given.ascii}.${family.ascii}`,
    `${given.ascii.slice(0, 1)}.${family.ascii}`,
    `${family.ascii}_${given.ascii}`,
  ]);
}

const FICTIONAL = ['+3363998', '+3319900', '+3326191', '+3335301', '+3346571', '+3353649'] as const;

/** The ranges that ARCEP keeps free for films and books: 06 39 98 and five of landlines, 10,000 numbers each. */
export function fictionalPhone(index: number): string {
  const range = FICTIONAL[Math.floor(index / 10_000)];
  if (range === undefined || index < 0) throw new RangeError('there are 60,000 telephone numbers for fiction');
  return `${range}${String(index % 10_000).padStart(4, '0')}`;
}
