/**
 * Why somebody's data does not go to another controller (DEL-04):
 *
 * - `not-listed`, `no-endpoint`: this installation does not know that controller, or no address of it that takes data
 * - `undetermined`, `nothing-portable`: no register says what is portable, or nothing of what is held is
 * - `refused`, `unreachable`: the other side does not take it, or could not be reached for a day
 * - `stopped`: the answer was taken back or destroyed first; `fault`: the work failed here
 */
export const TRANSMISSION_REASONS = [
  'not-listed',
  'no-endpoint',
  'undetermined',
  'nothing-portable',
  'refused',
  'unreachable',
  'stopped',
  'fault',
] as const;

/** See {@link TRANSMISSION_REASONS}. */
export type TransmissionReason = (typeof TRANSMISSION_REASONS)[number];

/** What a receiving controller has said that it has taken. */
export interface TransmissionReceipt {
  readonly bytes: number;
  /** Of the archive as it arrived, lower-case hexadecimal. */
  readonly sha256: string;
}

/** The archive of a transmission in the vault. */
export interface TransmittedFile extends TransmissionReceipt {
  readonly blob: string;
}

/**
 * One instruction of a subject to send their data to another controller, and what became of it (Art. 20(2)). Without personal data: it
 * stays when everything else was destroyed.
 */
export interface Transmission {
  readonly id: string;
  /** The id of the receiver in the configuration. Missing where none was meant that is listed there. */
  readonly receiver?: string;
  /** `staff` notes an instruction that came by another way; the words are in the case file. */
  readonly orderedBy: 'subject' | 'staff';
  /** ISO 8601, UTC. */
  readonly orderedAt: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  /** The archive that is sent, from when it was made until the end: never another one. */
  readonly file?: TransmittedFile;
  /** When it was made: ISO 8601, UTC. */
  readonly madeAt?: string;
  /** When it was sent, or given up: ISO 8601, UTC. */
  readonly endedAt?: string;
  readonly reason?: TransmissionReason;
  readonly receipt?: TransmissionReceipt;
}

/** Another controller to which data can be sent, as this installation lists it. */
export interface Receiver {
  readonly id: string;
  /** As it is told to subjects. */
  readonly name: string;
  /** Whether there is an address of it that takes data. */
  readonly takesData: boolean;
}

/** What somebody said about where data has to go. Sealed in the case file. */
export interface TransmissionWords {
  readonly transmission: string;
  /** The controller that was meant, where it is not listed. */
  readonly name?: string;
  /** The instruction, as staff noted it. */
  readonly text?: string;
  /** The member of staff, by id; `subject` for themselves. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** How often the data of one request may be sent, or tried to be. */
export const MOST_TRANSMISSIONS = 10;
