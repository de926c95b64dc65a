/** For what French law lets heirs have data of a deceased person (loi Informatique et Libertés, art. 85, II). */
export type HeirPurpose = 'estate_settlement' | 'digital_goods' | 'account_closure';
