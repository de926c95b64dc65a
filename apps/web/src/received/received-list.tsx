import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDownload } from '../api/use-download.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Cards, type Column } from '../parts/cards.js';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { Fault } from '../parts/states.js';
import { useSize } from '../words/use-size.js';
import { useSpeech } from '../words/use-speech.js';

type Received = AcceptedOf<'receivedTransmissions'>['receivedTransmissions'][number];

/** What came, with what may be done with it by whoever looks. */
export function ReceivedList({ all }: { readonly all: readonly Received[] }): ReactElement {
  const { say, moment, day } = useSpeech();
  const sizeOf = useSize();
  const permissions = usePermissions();
  const [leaving, setLeaving] = useState<Received>();
  const download = useDownload();
  const mayAct = permissions.has('received.download') || permissions.has('received.delete');
  const acts: Column<Received> = {
    title: say('people.acts'),
    cell: (received) => <Acts received={received} download={download} onLeave={setLeaving} />,
  };
  return (
    <>
      {mayAct ? null : <p className="soft">{say('received.lookOnly')}</p>}
      {download.error === null ? null : <Fault error={download.error} />}
      <Cards
        label={say('room.received')}
        rows={all}
        keyOf={({ id }) => id}
        columns={[
          { title: say('received.sender'), cell: ({ sender }) => <bdi>{sender}</bdi> },
          { title: say('received.called'), cell: (received) => <Called received={received} /> },
          { title: say('received.at'), cell: ({ receivedAt }) => moment(receivedAt) },
          { title: say('received.until'), cell: ({ expiresAt }) => day(expiresAt) },
          { title: say('received.size'), isNumber: true, cell: ({ bytes }) => sizeOf(bytes) },
          ...(mayAct ? [acts] : []),
        ]}
      />
      {leaving === undefined ? null : (
        <DeleteDialog
          received={leaving}
          onClose={() => {
            setLeaving(undefined);
          }}
        />
      )}
    </>
  );
}

interface ActsProps {
  readonly received: Received;
  readonly download: ReturnType<typeof useDownload>;
  readonly onLeave: (received: Received) => void;
}

function Acts({ received, download: { mutate, isPending, variables }, onLeave }: ActsProps): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const { id, sender, offered } = received;
  const path = `/transmissions/${encodeURIComponent(id)}`;
  return (
    <div className="row-acts">
      {permissions.has('received.download') ? (
        <Button
          aria-label={say('received.saveOf', { sender, offered })}
          isPending={isPending && variables.path === path}
          onPress={() => {
            mutate({ path, name: `received-${sender}-${offered}.zip` });
          }}
        >
          {say('received.save')}
        </Button>
      ) : null}
      {permissions.has('received.delete') ? (
        <Button
          weight="grave"
          aria-label={say('received.deleteOf', { sender, offered })}
          onPress={() => {
            onLeave(received);
          }}
        >
          {say('received.delete')}
        </Button>
      ) : null}
    </div>
  );
}

/** What is deleted is gone for good, also where its sender would send the same once more. */
function DeleteDialog({
  received: { id, sender, offered },
  onClose,
}: {
  readonly received: Received;
  readonly onClose: () => void;
}): ReactElement {
  const { say } = useSpeech();
  return (
    <ConfirmDialog
      change="deleteReceivedTransmission"
      variables={{ id }}
      shown={['receivedTransmissions']}
      title={say('received.deleteOf', { sender, offered })}
      text={say('received.deleteText')}
      submit={say('received.deleteSubmit')}
      onClose={onClose}
    />
  );
}

/** What its sender calls it, and what shows that it is the same: both are in the trail of both sides. */
function Called({ received: { offered, sha256 } }: { readonly received: Received }): ReactElement {
  return (
    <>
      <bdi>{offered}</bdi>
      <p className="soft digest">
        SHA-256 <code>{sha256}</code>
      </p>
    </>
  );
}
