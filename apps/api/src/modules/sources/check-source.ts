import { ConnectorError } from '@habeas/connector-sdk';
import { notFound, type SourceBinding, type Viewer, type WorkDesk } from '@habeas/core';
import { SourceCheckType } from './source.types.js';

/** Looks at a source without reading anybody's data, and leaves that in the trail. */
export async function checkSource(desk: WorkDesk, viewer: Viewer, id: string, signal: AbortSignal): Promise<SourceCheckType> {
  const binding = desk.sources.bindingsOf(viewer.controller).find(({ description }) => description.id === id);
  if (binding === undefined) throw notFound('source');
  const checked = await look(binding, signal);
  await desk.store.transact(({ audit }) =>
    audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'source.check',
      object: { type: 'source', id },
      outcome: 'done',
      details: {
        sound: checked.sound,
        collections: checked.collections.length,
        drifted: checked.collections.filter(({ status }) => status === 'drifted').length,
      },
    }),
  );
  return checked;
}

async function look({ description, open }: SourceBinding, signal: AbortSignal): Promise<SourceCheckType> {
  try {
    const session = await open(signal);
    try {
      return SourceCheckType.of(description.id, await session.check());
    } finally {
      await session.close();
    }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { errorClass, message, remedy } = error;
    return SourceCheckType.failed(description.id, { errorClass, message, ...(remedy === undefined ? {} : { remedy }) });
  }
}
