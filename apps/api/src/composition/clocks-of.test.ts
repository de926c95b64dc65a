import { expect, it } from '@jest/globals';
import type { ServiceConfig } from '../config/service-config.js';
import { clocksOf } from './clocks-of.js';

const PLACE = { name: 'Example', timeZone: 'Europe/Paris', holidays: 'FR' };

it('each controller counts where it is, and has its officers written to on its own days, or on the usual ones (DLN-02, DLN-04)', () => {
  const controllers = new Map([
    ['club', { controller: PLACE }],
    ['hostel', { controller: { ...PLACE, dueReminders: [3] } }],
  ]) as unknown as ServiceConfig['controllers'];
  const clocks = clocksOf(controllers);
  expect(['club', 'hostel'].map((id) => clocks.settingsOf(id).rules.officerDays)).toEqual([[7, 2], [3]]);
  expect(clocks.settingsOf('club').zone).toBe('Europe/Paris');
  expect(() => clocks.settingsOf('other')).toThrow('A controller that is not configured.');
});
