import type { WorldTable } from '../world.js';
import { table } from './table.js';

/** What the two people Ann (1) and An (3) have: in every way in which rows can belong to a person, or seem to. */
export function holdingTables(): readonly WorldTable[] {
  return [...bookingTables(), ...treeTables()];
}

/** Composite keys, three steps down; a shared event and its venue; a table that two paths lead to; a junction. */
function bookingTables(): readonly WorldTable[] {
  return [
    table('venue', { id: 'integer', name: 'text' }, [[1, 'Old Mill']]),
    table('event', { id: 'integer', title: 'text', venue_id: 'integer', organiser_email: 'text' }, [
      [1, 'Summer camp', 1, 'organiser@example.org'],
      [2, 'Winter camp', null, 'organiser@example.org'],
    ]),
    table(
      'booking',
      { hostel: 'code', number: 'integer', person_id: 'integer', event_id: 'integer', contact_email: 'text' },
      [
        ['FR', 7, 1, 1, 'friend@example.org'],
        ['UK', 7, 1, 2, null],
        ['UK', 9, 1, null, null],
        ['FR', 8, 3, 1, 'ann@example.net'],
        ['UK', 8, 6, 2, null],
      ],
      { key: ['hostel', 'number'], indexes: [['person_id'], ['contact_email']] },
    ),
    table(
      'booking_line',
      { hostel: 'code', number: 'integer', line: 'integer', what: 'text' },
      [
        ['FR', 7, 1, 'bed'],
        ['FR', 7, 2, 'towel'],
        ['UK', 7, 1, 'bunk'],
        ['FR', 8, 1, 'tent'],
        ['UK', 8, 1, 'bunk'],
      ],
      { key: ['hostel', 'number', 'line'] },
    ),
    table(
      'line_note',
      { id: 'integer', hostel: 'code', number: 'integer', line: 'integer', note: 'text' },
      [
        [1, 'FR', 7, 1, 'by the window'],
        [2, 'UK', 7, 1, 'lower one'],
        [3, 'FR', 8, 1, 'dry place'],
      ],
      { indexes: [['hostel', 'number', 'line']] },
    ),
    table(
      'payment',
      { id: 'integer', person_id: 'integer', hostel: 'code', number: 'integer', cents: 'integer' },
      [
        [1, 1, 'FR', 7, 1200],
        [2, 3, 'FR', 7, 300],
        [3, 1, null, null, 500],
        [4, 3, 'FR', 8, 900],
      ],
      { indexes: [['person_id'], ['hostel', 'number']] },
    ),
    table(
      'enrolment',
      { person_id: 'integer', event_id: 'integer' },
      [
        [1, 1],
        [1, 2],
        [3, 1],
      ],
      { key: ['person_id', 'event_id'] },
    ),
  ];
}

/** A tree in one table, with a loop in its data; and two tables that own each other in turn. */
function treeTables(): readonly WorldTable[] {
  return [
    table(
      'folder',
      { id: 'integer', person_id: 'integer', parent_id: 'integer', name: 'text' },
      [
        [1, 1, null, 'top'],
        [2, null, 1, 'inner'],
        [3, null, 2, 'innermost'],
        [4, 1, 5, 'loop'],
        [5, null, 4, 'loop'],
        [6, 3, null, 'top'],
        [7, null, 6, 'inner'],
      ],
      { indexes: [['person_id'], ['parent_id']] },
    ),
    table(
      'thread',
      { id: 'integer', person_id: 'integer', starter_id: 'integer' },
      [
        [1, 1, null],
        [2, null, 1],
        [3, 3, null],
      ],
      { indexes: [['person_id'], ['starter_id']] },
    ),
    table(
      'message',
      { id: 'integer', thread_id: 'integer', body: 'text' },
      [
        [1, 1, 'first'],
        [2, 2, 'split off'],
        [3, 3, 'of another'],
      ],
      { indexes: [['thread_id']] },
    ),
  ];
}

/** The records of each collection that belong to Ann's record 1, as record ids. */
export const OF_ANN: Readonly<Record<string, readonly string[]>> = {
  person: ['1'],
  booking: ['["FR","7"]', '["UK","7"]', '["UK","9"]'],
  booking_line: ['["FR","7","1"]', '["FR","7","2"]', '["UK","7","1"]'],
  line_note: ['1', '2'],
  payment: ['1', '2', '3'],
  enrolment: ['["1","1"]', '["1","2"]'],
  folder: ['1', '2', '3', '4', '5'],
  thread: ['1', '2'],
  message: ['1', '2'],
};

/** The records of each collection that belong to An, who is record 3. */
export const OF_AN: Readonly<Record<string, readonly string[]>> = {
  person: ['3'],
  booking: ['["FR","8"]'],
  booking_line: ['["FR","8","1"]'],
  line_note: ['3'],
  payment: ['2', '4'],
  enrolment: ['["3","1"]'],
  folder: ['6', '7'],
  thread: ['3'],
  message: ['3'],
};
