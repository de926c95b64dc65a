import type { TableShape } from './entity.js';

/** A signed checkpoint of the trail, and the tree that goes on from it. */
export interface TrailCheckpointRow {
  size: number;
  at: number;
  /** The note as it was signed. */
  note: string;
  /** The roots of the tree's complete subtrees, as JSON: the next checkpoint goes on from them. */
  peaks: string;
}

export const trailCheckpointTable: TableShape<TrailCheckpointRow> = {
  name: 'trail_checkpoint',
  columns: { size: 'time', at: 'time', note: 'text', peaks: 'text' },
  primary: ['size'],
};

/** How far the checkpoints have come in a place outside: that of this size, and all before it, are there. */
export interface CheckpointPlaceRow {
  id: string;
  size: number;
}

export const checkpointPlaceTable: TableShape<CheckpointPlaceRow> = {
  name: 'checkpoint_place',
  columns: { id: 'id', size: 'time' },
  primary: ['id'],
};
