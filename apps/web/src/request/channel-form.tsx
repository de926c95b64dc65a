import { type ReactElement, useState } from 'react';
import type { AnswerChannel } from '../api/operations.generated.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

const CHANNELS: readonly AnswerChannel[] = ['download', 'registered_post', 'on_site', 'orally'];
const GIVEN: ReadonlySet<ShownRequest['state']> = new Set(['released', 'refused', 'cancelled', 'shredded']);

interface ChannelProps {
  readonly request: ShownRequest;
  readonly channel: AnswerChannel;
}

/** How the subject wants the answer, and what chooses it while it is still to be given (DEL-02). */
export function Channel({ request, channel }: ChannelProps): ReactElement {
  const { say } = useSpeech();
  const word = useWord();
  const mayChoose = usePermissions().has('delivery.choose') && !GIVEN.has(request.state);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p>
        {say('channel.is')} <strong>{word('channel', channel)}</strong>
      </p>
      {mayChoose ? (
        <Button
          onPress={() => {
            setOpen(true);
          }}
        >
          {say('channel.choose')}
        </Button>
      ) : null}
      {isOpen ? (
        <ChannelDialog
          request={request}
          channel={channel}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function ChannelDialog({ request, channel, onClose }: ChannelProps & { readonly onClose: () => void }): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [chosen, setChosen] = useState(channel);
  return (
    <DecisionForm
      title={say('channel.choose')}
      submit={say('channel.submit')}
      request={request}
      decide={() => act('chooseChannel', { id: request.id, channel: chosen })}
      onClose={onClose}
    >
      <p>{say('channel.text')}</p>
      <Choice
        label={say('channel.label')}
        value={chosen}
        options={CHANNELS.map((value) => ({ value, text: say(`channel.${value}`) }))}
        onChange={setChosen}
      />
    </DecisionForm>
  );
}
