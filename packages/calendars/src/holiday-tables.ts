/** By calendar (ISO 3166-1 or 3166-2): names of holidays, and the days that bear them, `YYYY-MM-DD` with spaces between. */
export type HolidayTables = Readonly<Record<string, Readonly<Record<string, string>>>>;
