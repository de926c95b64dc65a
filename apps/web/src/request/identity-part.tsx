import { type ReactElement, useId, useState } from 'react';
import { Form } from 'react-aria-components';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useFormStep } from '../sign-in/use-form-step.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';
import { useLook } from './use-look.js';

type Asked = AcceptedOf<'asked'>['asked'];

/** Who asks: what they gave, and how each of it was proved. It is shown after a fresh proof only, and never by itself. */
export function IdentityPart({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const id = useId();
  const look = useLook('asked', { request: request.id });
  const kinds = [...new Set(request.identifierKinds)].map((kind) => say(`kind.${kind}`)).join(', ');
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{say('identity.title')}</h2>
      <p>{say('identity.kinds', { kinds })}</p>
      {look.found === undefined ? (
        <>
          <Button isPending={look.isPending} onPress={look.look}>
            {say('identity.show')}
          </Button>{' '}
          <span className="hint">{say('identity.showNote')}</span>
          {look.error === undefined ? null : <Fault error={look.error} />}
        </>
      ) : (
        <Given asked={look.found.asked} request={request} onAttested={look.look} />
      )}
    </section>
  );
}

interface GivenProps {
  readonly asked: Asked;
  readonly request: ShownRequest;
  readonly onAttested: () => void;
}

function Given({ asked, request, onAttested }: GivenProps): ReactElement {
  const { say } = useSpeech();
  const { data } = useDocument('viewer', {});
  const mayAttest = request.possibleEvents.includes('attest') && data?.viewer.permissions.includes('request.attest') === true;
  const unproved = asked.identifiers.filter(({ provedBy }) => provedBy === null);
  return (
    <>
      <dl className="given">
        {asked.identifiers.map(({ position, kind, value, provedBy }) => (
          <div key={position}>
            <dt>{say(`kind.${kind}`)}</dt>
            <dd>
              <bdi>{value}</bdi>
              <p className="soft">{provedBy ?? say('identity.notProved')}</p>
            </dd>
          </div>
        ))}
        {asked.words.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {mayAttest && unproved.length > 0 ? <AttestForm unproved={unproved} request={request} onAttested={onAttested} /> : null}
    </>
  );
}

interface AttestFormProps extends Omit<GivenProps, 'asked'> {
  readonly unproved: Asked['identifiers'];
}

function AttestForm({ unproved, request, onAttested }: AttestFormProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [how, setHow] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { isPending, error, run } = useFormStep();
  const isMissing = chosen.size === 0 || how.trim() === '';
  const attest = async (): Promise<void> => {
    const attestations = [...chosen].map((identifier) => ({ identifier, provedBy: how.trim() }));
    if (await act('attest', { id: request.id, attestations })) onAttested();
  };
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!isMissing) run(attest);
      }}
    >
      <fieldset>
        <legend>{say('act.attest')}</legend>
        {unproved.map(({ position, value }) => (
          <label key={position} className="tick">
            <input
              type="checkbox"
              checked={chosen.has(position)}
              onChange={({ target }) => {
                setChosen(new Set([...chosen, position].filter((each) => target.checked || each !== position)));
              }}
            />
            <bdi>{value}</bdi>
          </label>
        ))}
      </fieldset>
      <TextField
        label={say('identity.how')}
        hint={say('identity.howHint')}
        value={how}
        onChange={setHow}
        fault={isAsked && isMissing ? say('identity.none') : undefined}
      />
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('act.attest')}
      </Button>
    </Form>
  );
}
