import { holidayCalendar } from '@habeas/calendars';
import { healthDatasets } from '@habeas/configuration';
import type { ClockDirectory } from '@habeas/core';
import { type ClockSettings, DEFAULT_DEADLINE_RULES, FRENCH_HEALTH_TERMS } from '@habeas/core/law';
import type { ControllerConfig, ServiceConfig } from '../config/service-config.js';

/** Where, by which holidays and by which rules each configured controller counts its days (DLN-02, DLN-09, DLN-10). */
export function clocksOf(controllers: ServiceConfig['controllers']): ClockDirectory {
  const settings = new Map([...controllers].map(([id, config]) => [id, clockOf(config)]));
  return {
    settingsOf: (id) => {
      const found = settings.get(id);
      if (found === undefined) throw new Error('A controller that is not configured.');
      return found;
    },
  };
}

function clockOf({ controller, register, sources }: ControllerConfig): ClockSettings {
  const { timeZone, holidays, dueReminders, deadlines } = controller;
  const { officerDays, pack } = DEFAULT_DEADLINE_RULES;
  const datasets = healthDatasets(register, sources);
  const health = datasets.length === 0 ? {} : { healthFastTrack: { ...FRENCH_HEALTH_TERMS, ...deadlines?.health } };
  const rules = {
    ...DEFAULT_DEADLINE_RULES,
    officerDays: dueReminders ?? officerDays,
    pack: deadlines?.pack ?? pack,
    ...health,
  };
  return { zone: timeZone, calendar: holidayCalendar(holidays), rules, healthDatasets: datasets };
}
