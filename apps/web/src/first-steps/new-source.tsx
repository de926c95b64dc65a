import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { withSource } from './config-document.js';
import type { ConnectorKind } from './connector-kind.js';

interface NewSourceProps {
  readonly text: string;
  readonly kinds: readonly ConnectorKind[];
  /** The ids that the draft has already. */
  readonly taken: readonly string[];
  readonly onAdd: (id: string, text: string) => void;
}

/** Which kind of system, and what the source is to be called. */
export function NewSource({ text, kinds, taken, onAdd }: NewSourceProps): ReactElement {
  const { say } = useSpeech();
  const there = useDocument('sources', {}).data?.sources.map((source) => source.id) ?? [];
  const [kindId, setKindId] = useState(kinds[0]?.id ?? '');
  const [typed, setTyped] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const kind = kinds.find((each) => each.id === kindId);
  const id = typed ?? kindId;
  const isTaken = taken.includes(id) || there.includes(id);
  const fault = isTaken ? say('draft.taken') : /^[a-z][a-z0-9-]*$/u.test(id) ? undefined : say('draft.noId');
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (fault !== undefined || kind === undefined) return;
        const secrets = kind.settings.filter((each) => each.kind === 'secret' && each.isRequired).map(({ name }) => name);
        setAsked(false);
        setTyped(undefined);
        onAdd(id, withSource(text, id, { connector: kind.id, needsDataMap: kind.needsDataMap, secrets }));
      }}
    >
      <Choice
        label={say('draft.kind')}
        value={kindId}
        options={kinds.map(({ id: value, title }) => ({ value, text: title }))}
        onChange={setKindId}
      />
      <TextField
        label={say('draft.id')}
        hint={say('draft.idHint')}
        value={id}
        fault={isAsked ? fault : undefined}
        onChange={setTyped}
      />
      <Button type="submit" weight="main">
        {say('draft.add')}
      </Button>
    </Form>
  );
}
