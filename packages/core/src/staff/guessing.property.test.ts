import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hidden, type Member, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { proveSecondFactor, stepUp } from './second-factor.js';
import { signIn } from './sign-in.js';
import { viewSession } from './view-session.js';

/** What somebody can try who may or may not know the password, has seen codes that were used, and has a stolen session. */
const TRIES = ['wrong password', 'right password', 'wrong code', 'used code', 'wrong recovery code', 'wrong step-up'] as const;
type Try = (typeof TRIES)[number];

/** The rules once more, as simply as they can be said. */
class Rules {
  failures = 0;
  lockedUntil = 0;
  /** When a session that waits for a code was last begun. */
  begunAt = Number.NEGATIVE_INFINITY;

  expected(attempt: Try, now: number): 'in' | 'out' | 'nothing' {
    const isWaiting = now - this.begunAt < 15 * 60_000;
    if (attempt.includes('code') && !isWaiting) return 'nothing';
    if (now < this.lockedUntil) return 'nothing';
    if (attempt === 'right password') {
      this.begunAt = now;
      return 'in';
    }
    this.failures += 1;
    if (this.failures >= 5) this.lockedUntil = now + Math.min(60_000 * 2 ** (this.failures - 5), 3_600_000);
    return 'out';
  }
}

class Attacker {
  #pending: Secret<string> = hidden('none');

  constructor(
    private readonly house: StaffHouse,
    private readonly victim: Member,
    private readonly usedCode: Secret<string>,
  ) {}

  async run(attempt: Try): Promise<boolean> {
    return this.#run(attempt).then(
      () => true,
      (error: unknown) => {
        expect(['REFUSED', 'LIMITED']).toContain((error as { code?: unknown }).code);
        return false;
      },
    );
  }

  async #run(attempt: Try): Promise<unknown> {
    const { desk } = this.house;
    const { login, session } = this.victim;
    const prove = (kind: 'totp' | 'recovery', code: Secret<string>): Promise<unknown> =>
      proveSecondFactor(desk, this.#pending, { kind, code });
    switch (attempt) {
      case 'wrong password':
        return signIn(desk, { login, password: hidden('wrong') });
      case 'right password':
        this.#pending = (await signIn(desk, { login, password: PASSWORD })).secret;
        return undefined;
      case 'wrong code':
        return prove('totp', hidden('wrong'));
      case 'used code':
        return prove('totp', this.usedCode);
      case 'wrong recovery code':
        return prove('recovery', hidden('wrong'));
      case 'wrong step-up':
        return stepUp(desk, session, hidden('wrong'));
    }
  }
}

const STEPS = fc.array(
  fc.record({ attempt: fc.constantFrom(...TRIES), waitMinutes: fc.constantFrom(0, 0, 0, 0, 0.4, 1, 2, 9, 61) }),
  {
    maxLength: 40,
  },
);

async function failuresOf(house: StaffHouse, victim: Member): Promise<number | undefined> {
  return (await house.store.transact(({ staff }) => staff.get(victim.id)))?.failures;
}

describe('somebody who guesses', () => {
  it('gets exactly as far as the rules let them, whatever they try in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        const house = new StaffHouse();
        const victim = await house.officer();
        const used = house.freshCode(victim.uri);
        const stolen = { ...victim, session: (await stepUp(house.desk, victim.session, used)).secret };
        const attacker = new Attacker(house, stolen, used);
        const rules = new Rules();
        for (const { attempt, waitMinutes } of steps) {
          house.pass(waitMinutes);
          // The owner is at work: their session stays alive.
          const isAlive = await viewSession(house.desk, stolen.session).then(
            () => true,
            () => false,
          );
          if (attempt === 'wrong step-up' && !isAlive) continue;
          const expected = rules.expected(attempt, house.now().getTime());
          expect(await attacker.run(attempt)).toBe(expected === 'in');
          expect(await failuresOf(house, victim)).toBe(rules.failures);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has five guesses, one more for each lock that they wait for, and no more, however many come at once', async () => {
    const bursts = fc.array(
      fc.record({ guesses: fc.integer({ min: 1, max: 30 }), waitMinutes: fc.integer({ min: 0, max: 90 }) }),
      {
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(bursts, async (given) => {
        const house = new StaffHouse();
        const victim = await house.officer();
        let waits = 0;
        for (const { guesses, waitMinutes } of given) {
          const burst = Array.from({ length: guesses }, () => signIn(house.desk, { login: victim.login, password: hidden('x') }));
          await Promise.allSettled(burst);
          expect(await failuresOf(house, victim)).toBeLessThanOrEqual(5 + waits);
          house.pass(waitMinutes);
          if (waitMinutes > 0) waits += 1;
        }
      }),
      { numRuns: 100 },
    );
  });
});
