import { relative, resolve } from 'node:path';
import { CALENDAR_IDS } from '@habeas/calendars';
import { type DataMapFile, type InputFault, InvalidInputError, nearestWord, type YamlFile } from '@habeas/connector-sdk';
import { type PointingSource, trackFaults } from '../register/health-datasets.js';
import { loadRegister, type RegisterFile } from '../register/load-register.js';
import { manualSourceOf } from '../source/manual-connector.js';
import { packFaults } from './deadlines-config.js';
import type { HabeasConfig } from './habeas-config.js';

/** A controller as its configuration and its register have it. */
export interface LoadedController extends Omit<HabeasConfig['controller'], 'register' | 'letters' | 'timeZone' | 'holidays'> {
  readonly timeZone: string;
  readonly holidays: string;
}

/** A controller with its register, and what is wrong with the two and between them. */
export interface BoundRegister {
  readonly controller: LoadedController;
  readonly register?: RegisterFile;
  readonly faults: readonly InputFault[];
}

/**
 * Reads the register that a configuration names. What the configuration leaves open of time zone and holidays is as the register has
 * it. Collections may point to activities of the register only (PRF-01).
 */
export function bindRegister(
  yaml: YamlFile<HabeasConfig>,
  baseDirectory: string,
  sources: readonly PointingSource[],
): BoundRegister {
  const { register: path, letters: _letters, timeZone, holidays, ...controller } = yaml.value.controller;
  const place = { timeZone: timeZone ?? 'Europe/Paris', holidays: holidays ?? 'FR' };
  const pack = controller.deadlines?.pack;
  if (path === undefined) return { controller: { ...controller, ...place }, faults: packFaults(pack, undefined, yaml.faultAt) };
  try {
    const register = loadRegister(relative('.', resolve(baseDirectory, path)));
    const stated = register.register;
    const bound = { timeZone: timeZone ?? stated.timeZone, holidays: holidays ?? stated.holidayCalendar };
    const faults = [
      ...packFaults(pack, register, yaml.faultAt),
      ...unknownCalendar(bound.holidays, register),
      ...trackFaults(register, sources),
      ...sources.flatMap(({ dataMap }) => strayActivities(dataMap, register)),
      ...sources.flatMap((source) => strayByHand(source, yaml, register)),
    ];
    return { controller: { ...controller, ...bound }, register, faults };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { controller: { ...controller, ...place }, faults: error.faults };
  }
}

function unknownCalendar(id: string, { faultAt }: RegisterFile): readonly InputFault[] {
  if (CALENDAR_IDS.includes(id)) return [];
  const what = `there is no calendar of public holidays for ${id}`;
  return [faultAt(['holidayCalendar'], what, `name one of ${CALENDAR_IDS.join(', ')} as holidays in habeas.yaml`)];
}

function strayByHand(
  source: PointingSource,
  yaml: YamlFile<HabeasConfig>,
  { register, file }: RegisterFile,
): readonly InputFault[] {
  const known = Object.keys(register.activities);
  return (manualSourceOf(source)?.collections ?? []).flatMap(({ name, activity }) => {
    if (activity === undefined || known.includes(activity)) return [];
    const path = ['sources', source.id, 'config', 'collections', name, 'activity'];
    return [yaml.faultAt(path, `the register ${file} has no activity "${activity}"`, remedyFor(activity, known))];
  });
}

function remedyFor(activity: string, known: readonly string[]): string {
  const nearest = nearestWord(activity, known);
  return nearest === undefined ? `it has: ${known.join(', ')}` : `did you mean ${nearest}?`;
}

function strayActivities(dataMap: DataMapFile | undefined, { register, file }: RegisterFile): readonly InputFault[] {
  const known = Object.keys(register.activities);
  return Object.entries(dataMap?.map.collections ?? {}).flatMap(([name, { activity }]) => {
    if (dataMap === undefined || activity === undefined || known.includes(activity)) return [];
    const what = `the register ${file} has no activity "${activity}"`;
    return [dataMap.faultAt(['collections', name, 'activity'], what, remedyFor(activity, known))];
  });
}
