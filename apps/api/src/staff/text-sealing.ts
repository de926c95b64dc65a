import type { Secret } from '@habeas/connector-sdk';

/** Seals short texts under the key of the installation. */
export interface TextSealing {
  /** The text, sealed so that it opens only in this place. */
  seal(place: string, text: Secret<string>): Promise<string>;
  /** `undefined` where it was changed or sealed for another place; throws where the keys cannot be had. */
  open(place: string, sealed: string): Promise<Secret<string> | undefined>;
}
