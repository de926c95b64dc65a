import type { Packing } from '@habeas/core';
import { registerEnumType } from '@nestjs/graphql';
import { words } from '../../platform/words.js';

/** See `Packing` in core: a word that is missing here does not compile. */
export const Packings = words<Packing>({ zip: true, aes: true, age: true });

registerEnumType(Packings, {
  name: 'Packing',
  description: 'As what an archive is fetched: the plain ZIP, an encrypted ZIP (AES-256), or an age file.',
});
