import { describe, expect, it } from '@jest/globals';
import type { AutomatedDecisions } from '@habeas/core/law';
import { membershipWith } from '../../../test/sample-register.js';
import { blockOf, ENGLISH, FRENCH, MEMBER, wordsIn } from '../../../test/sample-report.js';
import { decisionsOf } from './decisions.js';

async function told(adm: AutomatedDecisions | undefined, voice = ENGLISH): Promise<readonly string[]> {
  return wordsIn(...decisionsOf(await blockOf([MEMBER], { register: membershipWith({ adm }) }), voice));
}

const texts = {
  logic: { en: 'It compares skills.', fr: 'Il compare des compétences.' },
  inputs: { en: 'Your answers.', fr: 'Vos réponses.' },
  effect: { en: 'More skills rank higher.', fr: 'Plus de compétences, meilleur rang.' },
  consequences: { en: 'You may not be called.', fr: 'Vous pourriez ne pas être appelé.' },
  humanRole: { en: 'A recruiter decides.', fr: 'Un recruteur décide.' },
};

describe('automated decisions (REP-06)', () => {
  it('are said not to be there, where the controller states so, and to be unstated where it does not', async () => {
    expect(await told({ level: 'none' })).toEqual([
      'There are none: the controller states that no program decides here by itself.',
    ]);
    expect(await told(undefined)).toEqual(['The controller has not stated whether there are any.']);
    expect(await told({ level: 'none', assumed: true })).toEqual(['The controller has not stated whether there are any.']);
  });

  it.each([
    ['profiling', 'Programs evaluate your data here (profiling); they do not decide.'],
    ['decision_support', 'A program prepares decisions here; a person takes them.'],
    ['solely_automated', 'A program decides here by itself. You can ask for a person to look at it (Art. 22 GDPR).'],
  ] as const)('are explained, how they work and what follows: %s', async (level, head) => {
    expect(await told({ level, ...texts })).toEqual([
      head,
      'How it works: It compares skills.',
      'What it uses: Your answers.',
      'What it does: More skills rank higher.',
      'What follows for you: You may not be called.',
      'What people do: A recruiter decides.',
    ]);
    expect(await told({ level, ...texts }, FRENCH)).toHaveLength(6);
  });

  it('show the gap where their logic or what follows is not stated', async () => {
    expect((await told({ level: 'profiling' })).slice(1)).toEqual([
      'The controller has not stated how it works.',
      'The controller has not stated what follows for you.',
    ]);
  });
});
