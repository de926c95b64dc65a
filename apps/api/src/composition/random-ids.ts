import { randomBytes } from 'node:crypto';
import type { Ids } from '@habeas/core';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

/** Ids of 130 random bits, in letters that nobody confuses. */
export const randomIds: Ids = {
  next: (prefix) => `${prefix}_${[...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length] ?? '').join('')}`,
};
