import type { DeadlineCatalogue } from './catalogue.js';

/** English (DLN-01). */
export const ENGLISH: DeadlineCatalogue = {
  language: 'en',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  days: {},
  date: '{weekday} {day} {month} {year}',
  titles: {
    dueSafe: 'Working date',
    dueLegal: 'Legal date',
    dueExtSafe: 'Working date if extended',
    dueExtLegal: 'Legal date if extended',
    duePaused: 'Legal date with pauses',
    dueHealth: 'Date of health information',
  },
  sentences: {
    received: 'Received on {date} in {zone}.',
    'received-elsewhere': 'Received on {utc} by UTC, which was {date} in {zone}.',
    started: 'What was asked for came later: the clock starts on {date}.',
    'not-started': 'What was asked for has not come: the clock starts on {date} at the earliest.',
    months: { one: 'One month later is {date}.', other: '{count} months later is {date}.' },
    clamped: {
      one: 'One month later there is no day {day}: the last day of the month is {date}.',
      other: '{count} months later there is no day {day}: the last day of the month is {date}.',
    },
    'earlier-of': 'Counted in two ways, it is {first} or {second}: the earlier counts, {date}.',
    'health-possible': 'Health information may be among it: its period holds until a search has found none.',
    'health-found': 'Health information was found: its period holds.',
    'health-days': {
      one: 'Health information is due after one day, on {date}.',
      other: 'Health information is due after {count} days, on {date}.',
    },
    'health-months': {
      one: 'Health information this old is due after one month, on {date}.',
      other: 'Health information this old is due after {count} months, on {date}.',
    },
    paused: {
      one: 'A question was open for one day, which is added: {date}.',
      other: 'Questions were open for {count} days, which are added: {date}.',
    },
    weekend: '{date} is no working day.',
    holiday: '{date} is a public holiday ({name}).',
    rolled: 'The next working day is {date}.',
    'not-rolled': 'This date is never moved for weekends, holidays or questions: {date}.',
    unverified:
      'The calendar {calendar} does not hold the public holidays of {year}: {date} is not moved, and has to be checked by a person.',
    ends: 'The period ends with the end of {date}.',
  },
};
