/** What the canonical form of one kind consists of. */
export interface CanonicalForm {
  readonly exact: string;
  readonly folded?: string;
  readonly shared?: boolean;
}
