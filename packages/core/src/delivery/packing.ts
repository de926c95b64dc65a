/** How an archive is fetched: as the plain ZIP that it is, as an encrypted ZIP (AES-256), or as an age file. */
export const PACKINGS = ['zip', 'aes', 'age'] as const;

/** See {@link PACKINGS}. */
export type Packing = (typeof PACKINGS)[number];
