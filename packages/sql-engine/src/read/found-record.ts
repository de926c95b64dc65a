import type { JsonObject, RecordKey, SourceRecord, Via } from '@habeas/connector-sdk';

/**
 * A record that was read. A class, since V8 may take the objects of a literal for long-lived ones after a single batch, and
 * then keeps a million of them, with all their values, until it collects everything.
 */
export class FoundRecord implements SourceRecord {
  constructor(
    readonly key: RecordKey,
    readonly data: JsonObject,
    readonly via: readonly Via[],
  ) {}
}
