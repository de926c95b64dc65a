import { describe, expect, it } from '@jest/globals';
import { FRENCH_HEALTH_TERMS } from '@habeas/core/law';
import type { ServiceConfig } from '../config/service-config.js';
import { clocksOf } from './clocks-of.js';

const PLACE = { name: 'Example', timeZone: 'Europe/Paris', holidays: 'FR' };

const of = (controllers: Readonly<Record<string, unknown>>): ReturnType<typeof clocksOf> =>
  clocksOf(new Map(Object.entries(controllers)) as ServiceConfig['controllers']);

it('each controller counts where it is, and has its officers written to on its own days, or on the usual ones (DLN-02, DLN-04)', () => {
  const clocks = of({
    club: { controller: PLACE, sources: [] },
    hostel: { controller: { ...PLACE, dueReminders: [3] }, sources: [] },
  });
  expect(['club', 'hostel'].map((id) => clocks.settingsOf(id).rules.officerDays)).toEqual([[7, 2], [3]]);
  expect(clocks.settingsOf('club').zone).toBe('Europe/Paris');
  expect(() => clocks.settingsOf('other')).toThrow('A controller that is not configured.');
});

it('DLN-09 only the controller whose configuration says so counts as in the UK', () => {
  const clocks = of({
    club: { controller: PLACE, sources: [] },
    lodge: { controller: { ...PLACE, deadlines: { pack: 'uk' } }, sources: [] },
  });
  expect(['club', 'lodge'].map((id) => clocks.settingsOf(id).rules.pack)).toEqual(['eu', 'uk']);
});

describe('DLN-10 the fast track', () => {
  const connector = { manifest: { needsDataMap: true } };
  const dataMap = { map: { collections: { file: { activity: 'care' }, member: { activity: 'club' }, other: {} } } };
  const sources = [{ id: 'shelf', connector, dataMap }];
  const register = (healthFastTrack: boolean) => ({ register: { activities: { care: { healthFastTrack }, club: {} } } });

  it('holds where a register says so, for the collections of that activity, in the terms of the health code', () => {
    const { rules, healthDatasets } = of({ club: { controller: PLACE, sources, register: register(true) } }).settingsOf('club');
    expect(rules.healthFastTrack).toEqual(FRENCH_HEALTH_TERMS);
    expect(healthDatasets).toEqual([{ source: 'shelf', collection: 'file' }]);
  });

  it('has the terms that the controller gives', () => {
    const controller = { ...PLACE, deadlines: { pack: 'eu', health: { days: 5, notBeforeHours: 0 } } };
    const { rules } = of({ club: { controller, sources, register: register(true) } }).settingsOf('club');
    expect(rules.healthFastTrack).toEqual({ ...FRENCH_HEALTH_TERMS, days: 5, notBeforeHours: 0 });
  });

  it('is off where no register says so', () => {
    const clocks = of({
      club: { controller: { ...PLACE, deadlines: { pack: 'eu', health: { days: 5 } } }, sources },
      hostel: { controller: PLACE, sources, register: register(false) },
    });
    for (const id of ['club', 'hostel']) expect(clocks.settingsOf(id).rules.healthFastTrack).toBeUndefined();
  });
});
