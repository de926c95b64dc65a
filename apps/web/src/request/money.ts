const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** Of what is no currency, as most have. */
const USUAL_PLACES = 2;

/** Whether these are the three letters of a currency (ISO 4217). */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** How many places a currency has: the euro two, the yen none, the dinar of Kuwait three. */
export function placesOf(currency: string): number {
  return isCurrency(currency) ? (formOf('en', currency).resolvedOptions().maximumFractionDigits ?? 0) : USUAL_PLACES;
}

/** An amount in the smallest unit of its currency, as people write it. */
export function moneyIn(language: string, currency: string, cents: number): string {
  return formOf(language, currency).format(cents / 10 ** placesOf(currency));
}

function formOf(language: string, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { style: 'currency', currency });
}
