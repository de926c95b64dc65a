import { readFileSync } from 'node:fs';
import type { TextSpan, ThirdPartyKind } from '@habeas/core/law';
import type { KnownSubject } from '@habeas/third-parties';

/** A labelled note: whose record it is, and what in it is other people's. */
export interface Note {
  readonly lang: 'fr' | 'en';
  readonly origin: 'written' | 'generated';
  readonly text: string;
  readonly subject: KnownSubject;
  readonly spans: readonly (TextSpan & { readonly kind: ThirdPartyKind })[];
}

const DATA = new URL('../../data/third-parties/', import.meta.url);

/** The notes of one half: `held-out` was never looked at while the detector was made. */
export function readNotes(half: 'development' | 'held-out'): readonly Note[] {
  const lines = readFileSync(new URL(`${half}.jsonl`, DATA), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Note);
}
