import type { Html } from '@habeas/report';
import type { CodeProblem } from '../view/subject-view.js';
import { textField } from './field.js';
import type { Scene } from './scene.js';
import { inMinutes } from './waiting.js';

/** The field for the code that was shown once. */
export function claimCodeField({ words }: Scene, fault: string | undefined): Html {
  return textField({ name: 'claimCode', label: words.say('claim.label'), hint: words.say('claim.hint'), kind: 'digits', fault });
}

/** Why a code was not taken, in words. */
export function codeProblemText({ words }: Scene, problem: CodeProblem): string {
  return problem.kind === 'wrong' ? words.say('code.wrong') : words.say('code.wait', { minutes: inMinutes(problem.seconds) });
}
