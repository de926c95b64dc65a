import type { LimitEntry } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, time } from './values.js';

export interface LimitRow {
  entry: string;
  times: string;
  expiresAt: number;
}

export const limitTable: TableShape<LimitRow> = {
  name: 'sending_limit',
  columns: { entry: 'id', times: 'text', expiresAt: 'time' },
  primary: ['entry'],
  indices: [{ name: 'sending_limit_expires', columns: ['expiresAt'] }],
};

export function limitToRow({ entry, times, expiresAt }: LimitEntry): LimitRow {
  return { entry, times: JSON.stringify(times.map((at) => at.getTime())), expiresAt: expiresAt.getTime() };
}

export function limitFromRow({ entry, times, expiresAt }: LimitRow): LimitEntry {
  return { entry, times: fromJson<readonly number[]>(times).map(time), expiresAt: time(expiresAt) };
}
