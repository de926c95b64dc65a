import { describe, expect, it, jest } from '@jest/globals';
import type { Origin } from '@habeas/connector-sdk';
import { BASES, type Article9Condition, type Basis } from '../register/vocabulary.js';
import { product } from '../testing/product.js';
import { decideAccess } from './decide-access.js';
import { decidePortability } from './decide-portability.js';
import type { ActivityFacts, FieldFacts, PolicyScope } from './facts.js';
import type { ScopeDecision } from './scope-decision.js';

/** A world in which everything is known: what is left of the domain once every gap is filled. */
interface World {
  readonly origin: Origin;
  /** As bits of {@link BASES}: of 1, 2, 4 the portable ones. */
  readonly bases: number;
  readonly automated: boolean;
  readonly special: boolean;
  readonly article9: Article9Condition;
  readonly channel: string;
}

/** A case of the domain, in which each of these may be unknown. */
interface Case {
  readonly origin: Origin | undefined;
  readonly bases: number;
  readonly hasUnstatedBasis: boolean;
  readonly automated: boolean | undefined;
  readonly special: boolean | undefined;
  readonly article9: Article9Condition | undefined;
  readonly channel: string | undefined;
}

interface Profile {
  readonly policy: PolicyScope | undefined;
  readonly voluntary: boolean;
}

const ORIGINS: readonly Origin[] = ['provided', 'observed', 'derived', 'inferred', 'third_party'];
const PORTABLE_BITS = 0b111; // consent, explicit consent, contract

/** The table of Art. 20(1), written as its rows, for a world in which everything is known. */
function tableSays({ origin, bases, automated, special, article9 }: World): boolean {
  switch (origin) {
    case 'derived':
    case 'inferred':
    case 'third_party':
      return false;
    case 'provided':
    case 'observed':
      if (!automated) return false;
      return (bases & PORTABLE_BITS) !== 0 || (special && article9 === 'a');
  }
}

function policySays({ policy }: Profile, { origin, bases, automated, channel }: World): boolean {
  if (policy === undefined || !automated || !policy.origins.includes(origin)) return false;
  if (policy.channels !== undefined && !policy.channels.includes(channel)) return false;
  return policy.bases === 'any' || policy.bases.some((basis) => (bases & (1 << BASES.indexOf(basis))) !== 0);
}

/** Every world that a case may turn out to be. An unstated basis may turn out to be any of the seven. */
function worldsOf(each: Case, { policy }: Profile): Iterable<World> {
  const isOpen = each.hasUnstatedBasis || each.bases === 0;
  return product<World>({
    origin: possible(each.origin, ORIGINS),
    bases: isOpen ? BASES.map((_, bit) => each.bases | (1 << bit)) : [each.bases],
    automated: possible(each.automated, [true, false]),
    special: possible(each.special, [true, false]),
    article9: possible(each.article9, ['a', 'b']),
    channel: possible(each.channel, [...(policy?.channels ?? []), 'another']),
  });
}

function possible<T>(known: T | undefined, all: readonly T[]): readonly T[] {
  return known === undefined ? all : [known];
}

/** What holds in a world, as bits: what holds in all worlds of a case is what their bits have in common. */
const [STATUTE, POLICY, NEITHER, GIVEN, NOT_GIVEN] = [1, 2, 4, 8, 16];

function bitsOf(world: World, profile: Profile): number {
  const [statute, policy] = [tableSays(world), policySays(profile, world)];
  const isGiven = world.automated && (world.origin === 'provided' || world.origin === 'observed');
  return (statute ? STATUTE : 0) | (policy ? POLICY : 0) | (statute || policy ? 0 : NEITHER) | (isGiven ? GIVEN : NOT_GIVEN);
}

/** A decision stands where every world comes to it, on one ground. */
function oracle(each: Case, profile: Profile): string {
  let common = STATUTE | POLICY | NEITHER | GIVEN | NOT_GIVEN;
  for (const world of worldsOf(each, profile)) {
    common &= bitsOf(world, profile);
    if ((common & (STATUTE | POLICY | NEITHER)) === 0) return 'undetermined'; // whatever the worlds after it
  }
  if (common & STATUTE) return 'include by statute';
  if (common & POLICY) return 'include by policy';
  if (!profile.voluntary || common & NOT_GIVEN) return 'exclude';
  return common & GIVEN ? 'include voluntarily' : 'undetermined';
}

const GROUNDS: Readonly<Record<string, string>> = {
  portable: ' by statute',
  'portable-special': ' by statute',
  'portable-by-policy': ' by policy',
  voluntary: ' voluntarily',
};

function inputOf(each: Case, { policy, voluntary }: Profile): readonly [FieldFacts, ActivityFacts] {
  const stated: (Basis | undefined)[] = BASES.filter((_, bit) => (each.bases & (1 << bit)) !== 0);
  const field: FieldFacts = {
    name: 'f',
    ...(each.origin === undefined ? {} : { origin: each.origin }),
    // A field that nobody has classified is the one of which `special` is not known; a DPO has looked at it here.
    ...(each.special === undefined ? { unclassified: true, ruling: 'disclose' } : { special: each.special }),
  };
  const activity: ActivityFacts = {
    id: 'a',
    role: 'controller',
    bases: each.hasUnstatedBasis ? [...stated, undefined] : stated,
    voluntary,
    ...(each.automated === undefined ? {} : { automated: each.automated }),
    ...(each.article9 === undefined ? {} : { article9: each.article9 }),
    ...(each.channel === undefined ? {} : { channel: each.channel }),
    ...(policy === undefined ? {} : { policyScope: policy }),
  };
  return [field, activity];
}

const withUnknown = <T>(values: readonly T[]): readonly (T | undefined)[] => [...values, undefined];
// The table tells condition (a) from the others and not those from each other: `b` stands for them; `truth-table.test.ts` has each.
const CONDITIONS: readonly (Article9Condition | undefined)[] = ['a', 'b', undefined];

function domain(channels: readonly (string | undefined)[]): Iterable<Case> {
  return product<Case>({
    origin: withUnknown(ORIGINS),
    bases: Array.from({ length: 1 << BASES.length }, (_, bits) => bits),
    hasUnstatedBasis: [true, false],
    automated: withUnknown([true, false]),
    special: withUnknown([true, false]),
    article9: CONDITIONS,
    channel: channels,
  });
}

const NO_POLICY = [undefined];
const PROFILES: readonly (readonly [string, Profile, readonly (string | undefined)[]])[] = [
  ['no policy', { policy: undefined, voluntary: false }, NO_POLICY],
  ['no policy, and voluntary additions', { policy: undefined, voluntary: true }, NO_POLICY],
  ['000: all that was provided', { policy: { origins: ['provided'], bases: 'any' }, voluntary: false }, NO_POLICY],
  [
    '002: consent only, online services',
    { policy: { origins: ['provided'], bases: ['consent'], channels: ['online'] }, voluntary: false },
    ['online', 'post', undefined],
  ],
  [
    '003: digital platforms, with voluntary additions',
    { policy: { origins: ['provided'], bases: 'any', channels: ['digital'] }, voluntary: true },
    ['digital', 'telephone', undefined],
  ],
  ['a promise of everything', { policy: { origins: ORIGINS, bases: 'any' }, voluntary: false }, NO_POLICY],
  [
    'a promise of scores made for legitimate interests',
    { policy: { origins: ['derived', 'third_party'], bases: ['legitimate_interest'] }, voluntary: false },
    NO_POLICY,
  ],
  ['an empty promise', { policy: { origins: [], bases: [], channels: [] }, voluntary: false }, NO_POLICY],
];

// Half a million cases, and of each the worlds it may be: seconds on a quiet core, more on a busy one.
jest.setTimeout(180_000);

describe('decidePortability over its whole domain', () => {
  it.each(PROFILES)(
    '%s: decides what every possible world agrees on, and nothing else (PRT-01 to PRT-04)',
    (_, profile, channels) => {
      const wrong: unknown[] = [];
      for (const each of domain(channels)) {
        const [field, activity] = inputOf(each, profile);
        const { verdict, reason } = decidePortability(field, { activity, nature: 'own' });
        const found = `${verdict}${GROUNDS[reason] ?? ''}`;
        if (found !== oracle(each, profile)) wrong.push({ ...each, found, expected: oracle(each, profile) });
      }
      expect(wrong.slice(0, 3)).toEqual([]);
    },
  );

  it.each(PROFILES)('%s: where nothing is decided, what is said to be missing decides it (PRF-03)', (_, profile, channels) => {
    const wrong: unknown[] = [];
    for (const each of domain(channels)) {
      const [field, activity] = inputOf(each, profile);
      const decision = decidePortability(field, { activity, nature: 'own' });
      const filled = decidePortability(fillField(field, decision), { activity: fillActivity(activity, decision), nature: 'own' });
      const isRight = decision.verdict === 'undetermined' ? (decision.missing ?? []).length > 0 : decision.missing === undefined;
      if (filled.verdict === 'undetermined' || !isRight) wrong.push({ each, decision, filled });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it.each(PROFILES)('%s: no policy takes away what the statute gives (PRT-03)', (_, profile, channels) => {
    const wrong: unknown[] = [];
    for (const each of domain(channels)) {
      const [field, activity] = inputOf(each, profile);
      const [bare, bareActivity] = inputOf(each, { policy: undefined, voluntary: false });
      const without = decidePortability(bare, { activity: bareActivity, nature: 'own' });
      const { verdict } = decidePortability(field, { activity, nature: 'own' });
      if (without.verdict === 'include' && verdict !== 'include') wrong.push(each);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('access includes every origin, basis and condition alike, wherever the means are known (SCP-01)', () => {
    const wrong: unknown[] = [];
    for (const each of domain(NO_POLICY)) {
      const [field, activity] = inputOf(each, { policy: undefined, voluntary: false });
      for (const filingSystem of [true, false, undefined]) {
        const { verdict } = decideAccess(field, {
          activity: { ...activity, ...(filingSystem === undefined ? {} : { filingSystem }) },
          nature: 'own',
        });
        if (verdict !== accessOracle(each.automated, filingSystem)) wrong.push({ ...each, filingSystem, verdict });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

/** Art. 2(1): automated means, or a filing system. */
function accessOracle(automated: boolean | undefined, filingSystem: boolean | undefined): string {
  if (automated === true || filingSystem === true) return 'include';
  return automated === false && filingSystem === false ? 'exclude' : 'undetermined';
}

function fillField(field: FieldFacts, { missing = [] }: ScopeDecision): FieldFacts {
  const origin = missing.includes('origin') ? { origin: 'provided' as const } : {};
  return { ...field, ...origin, ...(missing.includes('classification') ? { special: true } : {}) };
}

function fillActivity(activity: ActivityFacts, { missing = [] }: ScopeDecision): ActivityFacts {
  return {
    ...activity,
    ...(missing.includes('basis') ? { bases: [...activity.bases.filter((basis) => basis !== undefined), 'vital'] } : {}),
    ...(missing.includes('automated') ? { automated: true } : {}),
    ...(missing.includes('article-9-condition') ? { article9: 'b' } : {}),
    ...(missing.includes('channel') ? { channel: 'another' } : {}),
  };
}
