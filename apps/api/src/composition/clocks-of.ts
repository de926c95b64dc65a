import { holidayCalendar } from '@habeas/calendars';
import type { LoadedController } from '@habeas/configuration';
import type { ClockDirectory } from '@habeas/core';
import { type ClockSettings, DEFAULT_DEADLINE_RULES } from '@habeas/core/law';
import type { ServiceConfig } from '../config/service-config.js';

/** Where and by which holidays each configured controller counts its days (DLN-02). */
export function clocksOf(controllers: ServiceConfig['controllers']): ClockDirectory {
  const settings = new Map([...controllers].map(([id, { controller }]) => [id, clockOf(controller)]));
  return {
    settingsOf: (id) => {
      const found = settings.get(id);
      if (found === undefined) throw new Error('A controller that is not configured.');
      return found;
    },
  };
}

function clockOf({ timeZone, holidays, dueReminders }: LoadedController): ClockSettings {
  const { officerDays } = DEFAULT_DEADLINE_RULES;
  const rules = { ...DEFAULT_DEADLINE_RULES, officerDays: dueReminders ?? officerDays };
  return { zone: timeZone, calendar: holidayCalendar(holidays), rules };
}
