import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { StatePill } from '../parts/state-pill.js';
import { useSpeech } from '../words/use-speech.js';
import { dueOf } from './due.js';
import type { InboxRow } from './use-inbox.js';
import { waitingOf } from './waiting.js';

const COLUMNS = ['inbox.reference', 'inbox.dueColumn', 'inbox.state', 'inbox.waits', 'inbox.who'] as const;

/** A table, which narrow screens show as cards. Roles are given, since a table that is laid out otherwise would lose them. */
export function InboxRows({ rows }: { readonly rows: readonly InboxRow[] }): ReactElement {
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
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: InboxRow }): ReactElement {
  const { say, day } = useSpeech();
  const due = dueOf(row.dueAt, Date.now());
  const { what, filling, who } = waitingOf(row);
  const isDecided = who === 'who.nobody';
  return (
    <tr role="row">
      <td role="cell">
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
        {say(what, filling)}
      </td>
      <td role="cell" data-label={say('inbox.who')}>
        {say(who)}
      </td>
    </tr>
  );
}
