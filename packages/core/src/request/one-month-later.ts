/**
 * One month later, at the same time of day in UTC: the day with the same number, or the last of a month that has none
 * (Regulation 1182/71, Art. 3(2)(c)).
 */
export function oneMonthLater(from: Date): Date {
  const later = new Date(from);
  later.setUTCMonth(from.getUTCMonth() + 1);
  if (later.getUTCDate() !== from.getUTCDate()) later.setUTCDate(0);
  return later;
}
