import { type FoundFile, recordId, type SourceRecord } from '@habeas/connector-sdk';
import type { Account, CollectionFindings, Findings } from '../findings/findings.js';
import type { HeirScope } from './heir-scope.js';

/**
 * The findings of which only what a purpose needs is left (PER-05): records and files outside it are counted, and go no further. The account
 * tells what was searched as before, but for the keys of records outside and for what was learnt from them. Memory does not grow with it.
 */
export function limitFindings(findings: Findings, scope: HeirScope): Findings {
  return {
    async *collections() {
      for await (const found of findings.collections()) yield limited(found, scope);
    },
    matches: () => findings.matches(),
    account: () => limitAccount(findings.account(), scope),
  };
}

function limited(found: CollectionFindings, scope: HeirScope): CollectionFindings {
  const { source, collection } = found;
  const outside = { records: 0, files: 0 };
  const isNeeded = ({ key }: Pick<SourceRecord, 'key'>): boolean =>
    scope.isNeeded({ source: source.id, collection: collection.name, recordId: recordId(key) });
  async function* records(): AsyncGenerator<readonly SourceRecord[], void, undefined> {
    for await (const batch of found.records()) {
      const needed = batch.filter(isNeeded);
      outside.records += batch.length - needed.length;
      if (needed.length > 0) yield needed;
    }
  }
  async function* files(): AsyncGenerator<FoundFile, void, undefined> {
    for await (const file of found.files()) {
      if (isNeeded(file)) yield file;
      else outside.files += 1;
    }
  }
  return { ...found, records, files, outside: () => ({ ...outside }) };
}

/** Records are still reached through those that are outside: their matches stay, without saying which records they are. */
function limitAccount(account: Account, scope: HeirScope): Account {
  const outside = new Set(account.matches.filter((match) => !scope.isNeeded(match)).map(({ id }) => id));
  return {
    ...account,
    matches: account.matches.map((match) => (outside.has(match.id) ? { ...match, recordId: '' } : match)),
    identifiers: account.identifiers.map((each) =>
      each.learntFrom !== undefined && outside.has(each.learntFrom.match) ? { ...each, value: '' } : each,
    ),
  };
}
