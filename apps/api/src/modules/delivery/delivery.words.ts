import type { AnswerChannel, Packing } from '@habeas/core';
import { registerEnumType } from '@nestjs/graphql';
import { words } from '../../platform/words.js';

/** See `Packing` in core: a word that is missing here does not compile. */
export const Packings = words<Packing>({ zip: true, aes: true, age: true });

registerEnumType(Packings, {
  name: 'Packing',
  description: 'As what an archive is fetched: the plain ZIP, an encrypted ZIP (AES-256), or an age file.',
});

/** See `AnswerChannel` in core: a word that is missing here does not compile. */
export const AnswerChannels = words<AnswerChannel>({ download: true, registered_post: true, on_site: true, orally: true });

registerEnumType(AnswerChannels, {
  name: 'AnswerChannel',
  description:
    'How an answer is given: by a link, by registered post, on site, or orally to somebody who has proved who they are (DEL-02).',
});
