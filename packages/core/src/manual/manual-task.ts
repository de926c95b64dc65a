/** How a task ended. */
export type TaskOutcome = 'nothing_found' | 'found' | 'not_done';

/** The search of one manual source for one request. No personal data: what was found and written is sealed elsewhere. */
export interface ManualTask {
  /** `t1`, `t2` … in its request. */
  readonly id: string;
  /** The id of the manual source. */
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
  /** What was handed in beside rows. Tasks of earlier versions have none. */
  readonly files?: readonly TaskFile[];
  /** Missing while it is open. */
  readonly end?: TaskEnd;
}

/** A file that was handed in for a task: a scan of a paper, as a rule. What it is called is sealed elsewhere. */
export interface TaskFile {
  readonly id: string;
  readonly collection: string;
  /** Its content: a name in the request's vault. */
  readonly blob: string;
  readonly bytes: number;
}

/** The signed statement that ended a task. */
export interface TaskEnd {
  readonly outcome: TaskOutcome;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What was found: a name in the request's vault, of sealed JSON of {@link FoundRows}. */
  readonly blob?: string;
  readonly rows: number;
  /** How many files were handed in. Ends of earlier versions do not say: none. */
  readonly files?: number;
}

/** The rows that were found, by collection; every value is a text, or null where there is none. */
export type FoundRows = Readonly<Record<string, readonly FoundRow[]>>;

/** See {@link FoundRows}. */
export type FoundRow = Readonly<Record<string, string | null>>;

/** What is stated by whoever ends a task, word by word. */
export const STATEMENTS: Readonly<Record<TaskOutcome, string>> = {
  nothing_found:
    'I state that this source was searched as its instructions say, by everything that is told of the person, and that nothing about the person was found.',
  found:
    'I state that this source was searched as its instructions say, by everything that is told of the person, and that what is handed in is about the person and is all that was found.',
  not_done: 'I state that this source could not be searched, for the reason that is given.',
};

/** Whether one of these tasks has not ended. */
export function hasOpenTask(tasks: readonly ManualTask[] | undefined): boolean {
  return (tasks ?? []).some(({ end }) => end === undefined);
}
