/** For what French law lets heirs have data of a deceased person (loi Informatique et Libertés, art. 85, II). */
export const HEIR_PURPOSES = ['estate_settlement', 'digital_goods', 'account_closure'] as const;

/** See {@link HEIR_PURPOSES}. */
export type HeirPurpose = (typeof HEIR_PURPOSES)[number];
