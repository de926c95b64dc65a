import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { useChange } from '../api/use-change.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';

interface Typed {
  readonly email: string;
  readonly proof: string;
  /** Of the call: the same again, where its answer was lost, is done once; what was typed anew is another. */
  readonly key: string;
}

/** Files a request of somebody whom a source knows, and has it searched where somebody says how it is known that it is them. */
export function RequestForm({ isNext }: { readonly isNext: boolean }): ReactElement {
  const { say } = useSpeech();
  const [typed, setTyped] = useState<Typed>({ email: '', proof: '', key: crypto.randomUUID() });
  const [isAsked, setAsked] = useState(false);
  const { file, error, isPending } = useFiling();
  const missing = (text: string): string | undefined => (isAsked && text.trim() === '' ? say('people.missing') : undefined);
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        // What was refused stands in the form
        if (typed.email.trim() !== '' && typed.proof.trim() !== '') void file(typed).catch(() => undefined);
      }}
    >
      <TextField
        label={say('first.email')}
        hint={say('first.emailHint')}
        type="email"
        value={typed.email}
        fault={missing(typed.email)}
        onChange={(email) => {
          setTyped({ ...typed, email, key: crypto.randomUUID() });
        }}
      />
      <TextField
        label={say('first.proof')}
        hint={say('first.proofHint')}
        value={typed.proof}
        fault={missing(typed.proof)}
        onChange={(proof) => {
          setTyped({ ...typed, proof, key: crypto.randomUUID() });
        }}
      />
      {error === null ? null : <Fault error={error} />}
      <Button type="submit" weight={isNext ? 'main' : 'plain'} isPending={isPending}>
        {say('first.file')}
      </Button>
    </Form>
  );
}

interface Filing {
  readonly file: (typed: Typed) => Promise<void>;
  readonly error: Error | null;
  readonly isPending: boolean;
}

/** Opens a request, and has it searched by those who may. */
function useFiling(): Filing {
  const { language } = useSpeech();
  const permissions = usePermissions();
  const open = useChange('open', ['anyRequest', 'inbox']);
  const start = useChange('start', ['anyRequest', 'inbox']);
  const file = async ({ email, proof, key: clientKey }: Typed): Promise<void> => {
    const identifiers = [{ kind: 'email' as const, value: email.trim(), provedBy: proof.trim() }];
    const opened = await open.mutateAsync({ input: { clientKey, identifiers, rights: ['access', 'portability'], language } });
    if (opened !== undefined && permissions.has('request.start')) await start.mutateAsync({ id: opened.openRequest.id });
  };
  return { file, error: open.error ?? start.error, isPending: open.isPending || start.isPending };
}
