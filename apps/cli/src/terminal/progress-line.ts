import type { ProgressEvent, ProgressListener } from '@habeas/core';
import type { Terminal } from './terminal.js';

/** Shows what a search does right now in one line, and what will not come back in lines that stay. */
export function progressLine(terminal: Terminal): ProgressListener {
  const totals = { records: 0, files: 0 };
  const running = new Map<string, { records: number; files: number }>();
  return (event) => {
    if (event.type === 'read-progress') running.set(placeOf(event), event);
    if (event.type === 'read-done') {
      running.delete(placeOf(event));
      totals.records += event.records;
      totals.files += event.files;
    }
    const lasting = lastingLine(event);
    if (lasting === undefined)
      terminal.progress(passingLine(event, totals.records + sum([...running.values()].map(({ records }) => records))));
    else terminal.err(lasting);
  };
}

function lastingLine(event: ProgressEvent): string | undefined {
  switch (event.type) {
    case 'source-unavailable':
      return `${event.source}: cannot be opened (${event.errorClass})`;
    case 'retrying':
      return `${placeOf(event)}: ${event.errorClass}, trying again in ${(event.delayMs / 1000).toFixed(1)} s`;
    case 'decided':
      return `round ${String(event.round)}: ${String(event.included)} matches included, ${String(event.queued)} doubtful, ${String(event.newIdentifiers)} new identifiers`;
    case 'source-opened':
    case 'round-started':
    case 'located':
    case 'read-started':
    case 'read-progress':
    case 'read-done':
      return undefined;
  }
}

function passingLine(event: ProgressEvent, records: number): string {
  const what = 'source' in event ? placeOf(event) : event.type;
  return `${event.type.replace('-', ' ')} … ${what}${records === 0 ? '' : ` (${String(records)} records)`}`;
}

function placeOf(event: { readonly source: string; readonly collection?: string }): string {
  return event.collection === undefined ? event.source : `${event.source}.${event.collection}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
