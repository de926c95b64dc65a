import type { BundleFacts } from '@habeas/core';
import type { Language } from '@habeas/core/law';
import { composeEvidence, renderHtml, type ShownEntry } from '@habeas/report';
import type { BundleContent } from '@habeas/vault';

/** The page of a bundle, in chunks: the same facts, for people. */
export function bundlePage({ facts, checkpoint, entries }: BundleContent, language: Language): Generator<string> {
  const shown = entries.map(({ line }) => JSON.parse(line) as ShownEntry);
  return renderHtml(composeEvidence({ facts: facts as unknown as BundleFacts, checkpoint, entries: shown }, language));
}
