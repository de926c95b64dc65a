/** One call that puts an archive, as it is signed: everything but the bytes, which its digest stands for. */
export interface TransmissionCall {
  /** What the sender calls the transmission. */
  readonly id: string;
  /** The receiving controller. */
  readonly controller: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What is signed in place of the body: so that who calls is known before a byte of the archive is taken. */
export function signedTextOf({ id, controller, bytes, sha256 }: TransmissionCall): string {
  return `PUT /transmissions/${id}\n${controller}\n${String(bytes)}\n${sha256}`;
}
