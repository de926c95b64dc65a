import type { Session } from '@habeas/connector-sdk';
import type { ConfiguredSource } from '../config/load-config.js';

/** Opens a source with its settings and data map. Throws what the connector throws. */
export function openSource(source: ConfiguredSource, signal: AbortSignal): Promise<Session> {
  const { id, connector, settings, dataMap, phoneRegion, baseDirectory } = source;
  return connector.open(settings, {
    source: id,
    ...(dataMap === undefined ? {} : { dataMap }),
    ...(phoneRegion === undefined ? {} : { phoneRegion }),
    baseDirectory,
    signal,
  });
}
