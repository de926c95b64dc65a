/** What is known of the subject: none of it is another person's, however it is spelled. */
export interface KnownSubject {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Numbers that somebody issued to the subject: national ids, IBANs, member numbers. */
  readonly ids: readonly string[];
}

/** What a detector is made with. */
export interface DetectorOptions {
  readonly subject: KnownSubject;
  /** The regions that national phone numbers are read in, most likely first, as ISO 3166-1 alpha-2. France and the United Kingdom by default. */
  readonly phoneRegions?: readonly string[];
}

/** The regions whose ways of writing numbers this package knows best. */
export const DEFAULT_REGIONS: readonly string[] = ['FR', 'GB'];
