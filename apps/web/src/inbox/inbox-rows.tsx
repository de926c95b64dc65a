import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { StatePill } from '../parts/state-pill.js';
import { useSpeech } from '../words/use-speech.js';
import { dueOf } from './due.js';
import type { InboxRow } from './use-inbox.js';
import { waitingOf } from './waiting.js';

interface InboxRowsProps {
  readonly rows: readonly InboxRow[];
  readonly chosen: ReadonlySet<string>;
  /** Nothing where nobody may do anything with many. */
  readonly onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
}

const COLUMNS = ['inbox.reference', 'inbox.dueColumn', 'inbox.state', 'inbox.waits', 'inbox.who'] as const;

/** A table, which narrow screens show as cards. Roles are given, since a table that is laid out otherwise would lose them. */
export function InboxRows({ rows, chosen, onChoose }: InboxRowsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <table role="table" className="requests">
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            isChosen={chosen.has(row.id)}
            onChoose={
              onChoose === undefined
                ? undefined
                : (isChosen) => {
                    onChoose(new Set([...chosen, row.id].filter((id) => isChosen || id !== row.id)));
                  }
            }
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: InboxRow;
  readonly isChosen: boolean;
  readonly onChoose: ((isChosen: boolean) => void) | undefined;
}

function Row({ row, isChosen, onChoose }: RowProps): ReactElement {
  const { say, day } = useSpeech();
  const due = dueOf(row.dueAt, Date.now());
  const { what, filling, who } = waitingOf(row);
  const isDecided = who === 'who.nobody';
  return (
    <tr role="row">
      <td role="cell">
        {onChoose === undefined ? null : (
          <input
            type="checkbox"
            aria-label={say('bulk.choose', { reference: row.reference })}
            checked={isChosen}
            onChange={({ target }) => {
              onChoose(target.checked);
            }}
          />
        )}
        <Link href={`/requests/${row.id}`} data-row="" className="reference">
          {row.reference}
        </Link>
        <span className="soft"> {row.rights.map((right) => say(`right.${right}`)).join(', ')}</span>
      </td>
      <td role="cell" data-label={say('inbox.dueColumn')}>
        <time dateTime={due.lastDay}>{day(due.lastDay)}</time>{' '}
        {isDecided ? null : <span className={`due ${due.urgency}`}>{say(due.text, due.filling)}</span>}
      </td>
      <td role="cell" data-label={say('inbox.state')}>
        <StatePill state={row.state} />
      </td>
      <td role="cell" data-label={say('inbox.waits')}>
        <Breaches row={row} />
        <OpenDuties row={row} />
        {say(what, filling)}
      </td>
      <td role="cell" data-label={say('inbox.who')}>
        {say(who)}
      </td>
    </tr>
  );
}

/** Whatever else it waits for: 72 hours run. */
function Breaches({ row: { breaches } }: { readonly row: InboxRow }): ReactElement | null {
  const { say, moment } = useSpeech();
  const open = breaches.find(({ outcome }) => outcome === null);
  if (open === undefined) return null;
  return <p className="fault">{say('inbox.breach', { at: moment(open.notifyBy) })}</p>;
}

/** What has to be done elsewhere, whatever became of the request itself. */
function OpenDuties({ row: { duties } }: { readonly row: InboxRow }): ReactElement | null {
  const { say } = useSpeech();
  const [first] = duties.filter(({ outcome }) => outcome === null);
  if (first === undefined) return null;
  return <p className="soft">{say(`duty.${first.kind}`)}</p>;
}
