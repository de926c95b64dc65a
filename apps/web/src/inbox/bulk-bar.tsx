import { type ReactElement, useState } from 'react';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';
import { BulkDialog } from './bulk-dialog.js';
import { BULK_ACTS, type BulkAct, mayGet } from './bulk-acts.js';
import type { InboxRow } from './use-inbox.js';

interface BulkBarProps {
  readonly rows: readonly InboxRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** What can be done with the requests that are chosen: nothing that decides one of them. */
export function BulkBar({ rows, chosen, onChoose }: BulkBarProps): ReactElement | null {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const [open, setOpen] = useState<{ readonly act: BulkAct; readonly rows: readonly InboxRow[] }>();
  const picked = rows.filter(({ id }) => chosen.has(id));
  const acts = BULK_ACTS.filter(({ permission }) => permissions.has(permission));
  if (acts.length === 0) return null;
  return (
    <div className="actions bulk" role="group" aria-label={say('bulk.title')}>
      <span role="status">{say('bulk.chosen', { count: picked.length })}</span>
      <Button
        onPress={() => {
          onChoose(new Set(picked.length === rows.length ? [] : rows.map(({ id }) => id)));
        }}
      >
        {say(picked.length === rows.length ? 'bulk.none' : 'bulk.all')}
      </Button>
      {acts.map(({ name }) => {
        const count = picked.filter((row) => mayGet(row, name)).length;
        return count === 0 ? null : (
          <Button
            key={name}
            onPress={() => {
              setOpen({ act: name, rows: picked });
            }}
          >
            {`${say(`act.${name}`)} (${String(count)})`}
          </Button>
        );
      })}
      {open === undefined ? null : (
        <BulkDialog
          act={open.act}
          rows={open.rows}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}
