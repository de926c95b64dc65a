import type { FoundFile, JsonValue, SourceRecord } from '@habeas/connector-sdk';

/** From so many records on, a batch is not weighed: that would take time. */
const MANY_RECORDS = 100;
/** More than may ever wait where weights count. */
const TOO_MUCH = 2 ** 40;
/** What any value takes beside its characters. */
const WEIGHT_OF_VALUE = 16;
/** What is known of a file beside its bytes. */
const WEIGHT_OF_FILE = 1024;

/** About how much memory a batch takes, in characters. One of many records counts as more than may wait. */
export function weightOfRecords(records: readonly SourceRecord[]): number {
  if (records.length >= MANY_RECORDS) return TOO_MUCH;
  return records.reduce((sum, { data }) => sum + weightOf(data), 0);
}

/** About how much memory a file takes: a source may have sent its bytes already. */
export function weightOfFile({ bytes = 0 }: FoundFile): number {
  return WEIGHT_OF_FILE + bytes;
}

function weightOf(value: JsonValue): number {
  if (typeof value === 'string') return WEIGHT_OF_VALUE + value.length;
  if (typeof value !== 'object' || value === null) return WEIGHT_OF_VALUE;
  return Object.values(value).reduce((sum: number, each) => sum + weightOf(each), WEIGHT_OF_VALUE);
}
