import type { Secret } from '@habeas/connector-sdk';

/** The cryptography that staff access stands on (security R24, R26, R28). Nothing it is given or gives is ever printed. */
export interface StaffCrypto {
  /** An argon2id hash in PHC format, with 19 MiB, two passes and one lane (OWASP). The pepper is no part of it. */
  hashPassword(password: Secret<string>, pepper?: Secret<string>): Promise<string>;
  /** Whether the hash is that of the password. Without a hash it takes as long, and is false. */
  verifyPassword(hash: string | undefined, password: Secret<string>, pepper?: Secret<string>): Promise<boolean>;
  /** SHA-256 of the text in UTF-8, lower-case hexadecimal. */
  sha256Hex(text: string): string;
  /** 256 random bits as 43 characters of base64url. */
  randomSecret(): Secret<string>;
  /** Whether two texts are equal, in a time that does not tell where they differ. */
  isEqual(left: string, right: string): boolean;
  /** A new TOTP secret as an `otpauth:` URI: six digits, every 30 seconds (RFC 6238). */
  newTotp(label: string): Secret<string>;
  /** The time step whose code this is, of the current one and its two neighbours; `undefined` where it is none of theirs. */
  verifyTotp(uri: Secret<string>, code: Secret<string>, at: Date): number | undefined;
  /** Seals a text under the key of the installation, so that it opens only in this place. */
  seal(place: string, text: Secret<string>): Promise<string>;
  /** `undefined` where it was changed or sealed for another place; throws where the key cannot be had. */
  open(place: string, sealed: string): Promise<Secret<string> | undefined>;
}
