export { CALENDAR_IDS, holidayCalendar } from './holiday-calendars.js';
