import type { Recipient } from './recipient.js';

/** The European Economic Area: the Member States of the Union, Iceland, Liechtenstein and Norway, as ISO 3166-1 alpha-2. */
const ECONOMIC_AREA: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Whether data may go to a country as they may go within the Union (Art. 44 GDPR and the EEA Agreement). */
export function isInEconomicArea(country: string): boolean {
  return ECONOMIC_AREA.has(country);
}

/** Where outside the Area a recipient reads data: countries, or `worldwide`. Nothing where its place is not known. */
export function thirdCountriesOf({ location }: Recipient): readonly string[] {
  if (location === undefined) return [];
  return location.in === 'worldwide' ? ['worldwide'] : location.in.filter((country) => !isInEconomicArea(country));
}
