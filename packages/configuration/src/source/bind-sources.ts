import type { SourceBinding } from '@habeas/core';
import type { ConfiguredSource } from '../config/load-config.js';
import { manualSourceOf } from './manual-connector.js';
import { openSource } from './open-source.js';

/** The configured sources as core takes them. */
export function bindSources(sources: readonly ConfiguredSource[]): readonly SourceBinding[] {
  return sources.map((source) => {
    const manual = manualSourceOf(source);
    return {
      description: {
        id: source.id,
        title: source.title,
        ...(source.titles === undefined ? {} : { titles: source.titles }),
        connector: { id: source.connector.manifest.id, version: source.connector.manifest.version },
      },
      open: (signal) => openSource(source, signal),
      ...(source.phoneRegion === undefined ? {} : { phoneRegion: source.phoneRegion }),
      ...(manual === undefined ? {} : { manual }),
    };
  });
}
