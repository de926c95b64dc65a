import type { Step } from './step.js';
import { boundariesStep } from './steps/boundaries.js';
import { connectorsStep } from './steps/connectors.js';
import { formatStep } from './steps/format.js';
import { lintStep } from './steps/lint.js';
import { lockfileStep } from './steps/lockfile.js';
import { reportsStep } from './steps/reports.js';
import { requirementsStep } from './steps/requirements.js';
import { scorecardsStep } from './steps/scorecards.js';
import { textsStep } from './steps/texts.js';
import { typesStep } from './steps/types.js';

/** Everything that is checked in a house, the longest step first. */
export function stepsOf(root: string): readonly Step[] {
  const steps = [lintStep, typesStep, boundariesStep, reportsStep, formatStep, textsStep, requirementsStep, connectorsStep];
  return [...steps, scorecardsStep, lockfileStep].map((step) => step(root));
}
