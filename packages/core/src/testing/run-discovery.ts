import type { FoundFile } from '@habeas/connector-sdk';
import type { Account, Findings, LedgerEntry } from '../findings/findings.js';
import { type DiscoveryOptions, openDiscovery } from '../discovery/open-discovery.js';
import { fixedRandom } from './fixed-random.js';
import { ManualClock } from './manual-clock.js';
import { subjectOf } from './match-builder.js';

/** Everything that a discovery brought. */
export interface DiscoveredEverything {
  readonly account: Account;
  /** `crm/order 10`. */
  readonly records: readonly string[];
  readonly files: readonly FoundFile[];
  /** Outcomes by `source/collection`, with `!` where they block. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly entry: (name: string) => LedgerEntry;
}

/** Searches and reads everything, with a manual clock; for `ann@example.org` where no subject is given. */
export async function discoverEverything(
  options: Partial<DiscoveryOptions> & Pick<DiscoveryOptions, 'sources'>,
): Promise<DiscoveredEverything> {
  const run = openDiscovery({
    subject: subjectOf('email:ann@example.org'),
    clock: new ManualClock(),
    random: fixedRandom(),
    ...options,
  });
  return consume((await run.discover()).read());
}

/** Consumes findings to their end. */
export async function consume(findings: Findings): Promise<DiscoveredEverything> {
  const records: string[] = [];
  const files: FoundFile[] = [];
  for await (const each of findings.collections()) {
    for await (const batch of each.records()) {
      records.push(...batch.map(({ key }) => `${each.source.id}/${each.collection.name} ${key.join()}`));
    }
    for await (const file of each.files()) files.push(file);
  }
  const account = findings.account();
  const nameOfEntry = ({ source, collection }: LedgerEntry): string => `${source.id}/${collection}`;
  return {
    account,
    records,
    files,
    outcomes: Object.fromEntries(account.ledger.map((each) => [nameOfEntry(each), `${each.outcome}${each.blocking ? '!' : ''}`])),
    entry: (name) => account.ledger.find((each) => nameOfEntry(each) === name)!,
  };
}
