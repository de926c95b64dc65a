import type { WorldRecord } from '../world/world.js';

/** What a vendor can be made to do while it runs. Each is off until it is switched on. */
export interface Quirks {
  /** A search is answered with everybody. */
  ignoresFilters: boolean;
  /** A search finds parts of texts too: `ann` in `joann`, `ann+news`, `ann` at another host. */
  findsParts: boolean;
  /** A search for this text finds a record that once held it. */
  previous: { readonly text: string; readonly record: WorldRecord } | undefined;
  /** The second page of each list holds one record. */
  shortPage: boolean;
  /** The second page of each list holds none. */
  emptyPage: boolean;
  /** Every page says that the same page comes next, or is given whatever page was asked for. */
  circles: boolean;
  /** What is added to every total. */
  inflation: number;
  /** Records after which every list ends. */
  cap: number;
  /** Every record of a list comes twice. */
  duplicates: boolean;
  /** Records have members that the manifest does not know, some named like parts of JavaScript objects. */
  strangeMembers: boolean;
  /** Records have a member that the manifest does not know, of so many characters. */
  bulk: number;
  /** Properties that the vendor has beside those of the manifest. */
  customProperties: number;
  /** Collections whose requests are refused with 403. */
  denied: ReadonlySet<string>;
  /** How shared things are asked for: in vain, where it does not end well. */
  sharedEnd: 'well' | 'closed' | 'gone';
  /** Records of one page, at most. */
  pageSize: number;
  /** Size of every file. */
  fileBytes: number;
  /** Real milliseconds before each answer. */
  delayMs: number;
  /** How often a job is asked about before it has ended. */
  jobPolls: number;
  /** How a job ends. */
  jobEnd: 'well' | 'never' | 'failed';
  /** How long the vendor says to wait before a job is asked about again, in seconds. */
  jobWait: number | undefined;
  /** The origin that addresses of next pages, and of jobs, lead to. */
  nextOrigin: string | undefined;
}

/** A vendor as it should be. */
export function noQuirks(): Quirks {
  return {
    ignoresFilters: false,
    findsParts: false,
    previous: undefined,
    shortPage: false,
    emptyPage: false,
    circles: false,
    inflation: 0,
    cap: Number.POSITIVE_INFINITY,
    duplicates: false,
    strangeMembers: false,
    bulk: 0,
    customProperties: 3,
    denied: new Set(),
    sharedEnd: 'well',
    pageSize: 5,
    fileBytes: 1000,
    delayMs: 0,
    jobPolls: 2,
    jobEnd: 'well',
    jobWait: undefined,
    nextOrigin: undefined,
  };
}
