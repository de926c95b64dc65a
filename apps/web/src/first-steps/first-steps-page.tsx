import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { usePermissions } from '../app/use-permissions.js';
import { Room } from '../parts/room.js';
import { Loading } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { ControllerStep } from './controller-step.js';
import { ReachStep } from './reach-step.js';
import { RequestStep } from './request-step.js';
import { SourceStep } from './source-step.js';
import { Step } from './step.js';
import { STEPS, type StepName, useSteps } from './steps.js';

const CONTENTS: Readonly<Record<StepName, (props: { readonly isNext: boolean }) => ReactElement>> = {
  controller: ControllerStep,
  source: SourceStep,
  reach: ReachStep,
  request: RequestStep,
};

/** From a new installation to its first request: what stands, what is missing, and what to do next (as the service has it). */
export function FirstStepsPage(): ReactElement {
  const { say } = useSpeech();
  const isKnown = usePermissions().size > 0;
  return (
    <Room title={say('room.first')} lead={say('first.lead')}>
      {isKnown ? <Steps /> : <Loading />}
    </Room>
  );
}

function Steps(): ReactElement {
  const { say } = useSpeech();
  const steps = useSteps();
  const done = STEPS.filter((name) => steps[name] === 'done').length;
  return (
    <>
      <p role="status">
        {done === STEPS.length ? say('first.all') : say('first.progress', { done, all: STEPS.length })}{' '}
        {done === STEPS.length ? <Link href="/requests">{say('app.inbox')}</Link> : null}
      </p>
      <ol className="first-steps">
        {STEPS.map((name) => {
          const Content = CONTENTS[name];
          return (
            <Step key={name} name={name} standing={steps[name]}>
              <Content isNext={steps[name] === 'next'} />
            </Step>
          );
        })}
      </ol>
    </>
  );
}
