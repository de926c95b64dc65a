import type { TableShape } from './entity.js';

/** What a call with a key of its client came to. */
export interface AnswerRow {
  controller: string;
  /** SHA-256 of the key, lower-case hexadecimal: keys are of any length, and what clients put into them is theirs. */
  keyHash: string;
  fingerprint: string;
  result: string;
  createdAt: number;
}

export const answerTable: TableShape<AnswerRow> = {
  name: 'answer',
  columns: { controller: 'id', keyHash: 'id', fingerprint: 'name', result: 'text', createdAt: 'time' },
  primary: ['controller', 'keyHash'],
  indices: [{ name: 'answer_created', columns: ['createdAt'] }],
};
