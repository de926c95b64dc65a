import type { Connector, DataMapFile, InputFault } from '@habeas/connector-sdk';
import type { Dataset } from '@habeas/core/law';
import { manualSourceOf } from '../source/manual-connector.js';
import type { RegisterFile } from './load-register.js';

/** What of a source points to activities. */
export interface PointingSource {
  readonly id: string;
  readonly connector: Connector;
  readonly settings: unknown;
  readonly dataMap?: DataMapFile;
}

/** The collections that point to an activity whose health data have a fast track (DLN-10), in the order of their sources. */
export function healthDatasets(register: RegisterFile | undefined, sources: readonly PointingSource[]): readonly Dataset[] {
  const tracked = new Set(register === undefined ? [] : trackedActivities(register));
  return pointersOf(sources).flatMap(({ activity, ...dataset }) => (tracked.has(activity) ? [dataset] : []));
}

/** A fast track that no collection has would be taken for one that works: it is a fault, once every data map is there. */
export function trackFaults(register: RegisterFile, sources: readonly PointingSource[]): readonly InputFault[] {
  if (sources.some(({ connector, dataMap }) => connector.manifest.needsDataMap && dataMap === undefined)) return [];
  const pointedTo = new Set(pointersOf(sources).map(({ activity }) => activity));
  return trackedActivities(register)
    .filter((activity) => !pointedTo.has(activity))
    .map((activity) =>
      register.faultAt(
        ['activities', activity, 'healthFastTrack'],
        `no collection points to the activity "${activity}", so nothing would be due sooner`,
        'name the activity in the data map of the collections that hold its data',
      ),
    );
}

function trackedActivities({ register }: RegisterFile): readonly string[] {
  return Object.entries(register.activities).flatMap(([id, { healthFastTrack }]) => (healthFastTrack === true ? [id] : []));
}

function pointersOf(sources: readonly PointingSource[]): readonly (Dataset & { readonly activity: string })[] {
  return sources.flatMap((source) => {
    const mapped = Object.entries(source.dataMap?.map.collections ?? {}).map(([name, { activity }]) => ({ name, activity }));
    return [...mapped, ...(manualSourceOf(source)?.collections ?? [])].flatMap(({ name, activity }) =>
      activity === undefined ? [] : [{ source: source.id, collection: name, activity }],
    );
  });
}
