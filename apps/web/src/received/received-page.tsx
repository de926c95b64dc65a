import type { ReactElement } from 'react';
import { useDocument } from '../api/use-service.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { Empty } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { ReceivedList } from './received-list.js';

/** Data of people that other controllers have sent, because they told them to: what is still here, until when, and how it is had (DEL-04). */
export function ReceivedPage(): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('receivedTransmissions', {});
  return (
    <Room title={say('room.received')} lead={say('received.lead')}>
      <Loaded query={query}>
        {({ receivedTransmissions }) =>
          receivedTransmissions.length === 0 ? (
            <Empty title={say('received.none')}>
              <p>{say('received.noneText')}</p>
            </Empty>
          ) : (
            <ReceivedList all={receivedTransmissions} />
          )
        }
      </Loaded>
    </Room>
  );
}
