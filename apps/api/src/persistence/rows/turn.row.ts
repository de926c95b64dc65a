import type { TableShape } from './entity.js';

/** Something that one of all processes does from time to time. */
export interface TurnRow {
  id: string;
  /** From when the next process may take it. */
  nextAt: number;
}

export const turnTable: TableShape<TurnRow> = {
  name: 'turn',
  columns: { id: 'id', nextAt: 'time' },
  primary: ['id'],
};
