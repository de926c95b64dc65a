import { notBeforeStep } from '../../delivery/not-before-step.js';
import { packStep } from '../../delivery/pack-step.js';
import { lapseStep } from '../../identity/lapse-step.js';
import { probeStep } from '../../identity/probe-step.js';
import { coolOffStep } from '../../identity/cool-off-step.js';
import { mailStep } from '../../mail/mail-step.js';
import { purgeStep } from '../../proof/document/purge.js';
import type { StepKind } from '../../work/step.js';
import type { StepHandler } from '../../work/step-context.js';
import { transmitStep } from '../../transmission/transmit-step.js';
import { webhookStep } from '../../webhooks/webhook-step.js';
import { assembleStep } from './assemble-step.js';
import { expireStep, shredStep } from './end-steps.js';
import { gatherStep } from './gather-step.js';
import { remindStep } from './remind-step.js';
import { recheckStep } from './recheck-step.js';
import { searchStep } from './search-step.js';

/** What is done in each kind of step. */
export const STEP_HANDLERS: Readonly<Record<StepKind, StepHandler>> = {
  probe: probeStep,
  search: searchStep,
  gather: gatherStep,
  assemble: assembleStep,
  'cool-off': coolOffStep,
  'not-before': notBeforeStep,
  lapse: lapseStep,
  mail: mailStep,
  webhook: webhookStep,
  pack: packStep,
  transmit: transmitStep,
  purge: purgeStep,
  remind: remindStep,
  recheck: recheckStep,
  expire: expireStep,
  shred: shredStep,
};
