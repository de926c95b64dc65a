import type { ReactElement } from 'react';
import { useFormStep } from '../sign-in/use-form-step.js';
import { Button } from './button.js';
import { Fault } from './states.js';

interface DeedButtonProps {
  readonly children: string;
  /** What it is called where several say the same. */
  readonly label?: string;
  readonly weight?: 'main' | 'plain' | 'grave';
  readonly deed: () => Promise<unknown>;
}

/** Does something at a press, without a question, and says beside it why it was not done. */
export function DeedButton({ children, label, weight = 'plain', deed }: DeedButtonProps): ReactElement {
  const { isPending, error, run } = useFormStep();
  return (
    <>
      <Button
        weight={weight}
        isPending={isPending}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onPress={() => {
          run(async () => {
            await deed();
          });
        }}
      >
        {children}
      </Button>
      {error === undefined ? null : <Fault error={error} />}
    </>
  );
}
