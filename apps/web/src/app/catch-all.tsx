import { Component, type ReactElement, type ReactNode } from 'react';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';

interface CatchAllProps {
  readonly children: ReactNode;
  readonly reload: () => void;
}

/** Where a page itself has a fault, it says so, and does not turn white. */
export class CatchAll extends Component<CatchAllProps, { readonly hasFault: boolean }> {
  override readonly state = { hasFault: false };

  static getDerivedStateFromError(): { readonly hasFault: boolean } {
    return { hasFault: true };
  }

  override render(): ReactNode {
    return this.state.hasFault ? <FaultPage reload={this.props.reload} /> : this.props.children;
  }
}

function FaultPage({ reload }: { readonly reload: () => void }): ReactElement {
  const { say } = useSpeech();
  return (
    <main className="narrow">
      <h1>{say('app.fault')}</h1>
      <p>{say('app.faultRemedy')}</p>
      <Button weight="main" onPress={reload}>
        {say('app.reload')}
      </Button>
    </main>
  );
}
