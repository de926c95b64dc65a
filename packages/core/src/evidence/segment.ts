/** One piece of the evidence of a request: a sealed blob of JSON lines that was committed together with the place its reading had come to. */
export interface EvidenceSegment {
  readonly controller: string;
  readonly request: string;
  /** Which reading of the request it belongs to: a search that finds other matches begins a new one. */
  readonly generation: string;
  readonly source: string;
  readonly collection: string;
  /** From 1, without gaps, in each collection. */
  readonly number: number;
  readonly blob: string;
  readonly records: number;
  readonly files: number;
}

/** How far the reading of a collection has come, as it is stored. */
export interface EvidenceCheckpoint {
  readonly controller: string;
  readonly request: string;
  readonly generation: string;
  readonly source: string;
  readonly collection: string;
  /** The number of the last segment; 0 where there is none. */
  readonly segments: number;
  /** Sealed JSON of the reading's progress. */
  readonly progress: string;
}
