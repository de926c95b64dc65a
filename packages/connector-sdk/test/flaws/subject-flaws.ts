import { ConnectorError, Secret, type Connector, type Match, type SubjectQuery } from '../../src/index.js';
import type { MemoryConfig } from '../in-memory/memory-connector.js';
import { flaw, items, matches, roots, session, type Flaw } from './flaw.js';

/** Finds somebody else with everyone it finds. */
function alsoFinds(id: number): Connector<MemoryConfig> {
  return roots((item) => (item.type === 'match' && item.collection === 'person' ? [item, { ...item, key: [id] }] : [item]));
}

/** Finds only where the text is the very same. */
const onlyEqualText = matches((match) => (match.evidence.some(({ how }) => how === 'equal') ? match : undefined));

function sessionFor(change: (query: SubjectQuery) => SubjectQuery): Connector<MemoryConfig> {
  return session((good) => ({ locate: (query) => good.locate(change(query)) }));
}

function withFound(match: Match, text: string): Match {
  return { ...match, evidence: match.evidence.map((piece) => ({ ...piece, found: new Secret(text) })) };
}

export const subjectFlaws: readonly Flaw[] = [
  flaw('S1', 'searches for a part of the address', /person 4/u, alsoFinds(4)),
  flaw(
    'S1',
    'takes near misses for candidates',
    /candidates by another key/u,
    roots((item) => {
      if (item.type === 'located' || item.collection !== 'person') return [item];
      return [item, { ...item, key: [8], evidence: item.evidence.map((piece) => ({ ...piece, how: 'folded' as const })) }];
    }),
  ),
  flaw('S2a', 'takes _ for any letter', /person 102/u, alsoFinds(102)),
  flaw('S2b', 'compares by a collation', /person 132/u, alsoFinds(132)),
  flaw(
    'S2c',
    'breaks on a quote',
    /syntax/u,
    session((good) => ({
      locate: (query) => {
        const broken = query.identifiers.some(({ value }) => value.reveal().includes("'"));
        if (broken) throw new ConnectorError('contract', 'A syntax error.');
        return good.locate(query);
      },
    })),
  ),
  flaw('S2d', 'compares numbers as numbers do', /person 24/u, alsoFinds(24)),
  flaw('S2e', 'minds letter case', /upper\.case/u, onlyEqualText),
  flaw('S2f', 'minds the spelling of a number', /person 17/u, onlyEqualText),
  flaw(
    'S2g',
    'searches for a hundred at most',
    /person 1/u,
    sessionFor(({ identifiers }) => ({ identifiers: identifiers.slice(0, 100) })),
  ),
  flaw(
    'S4',
    'trusts what it asked for',
    /not what was searched/u,
    matches((match) => withFound(match, 'an@example.org')),
  ),
  flaw(
    'S4',
    'matches without evidence',
    /without evidence/u,
    matches((match) => ({ ...match, evidence: [] })),
  ),
  flaw(
    'S5a',
    'stops at the first record',
    /person 2/u,
    matches((match) => (match.key[0] === 2 ? undefined : match)),
  ),
  flaw(
    'S5b',
    'delivers a record once per path',
    /deep/u,
    items((item) => {
      if (item.type !== 'records') return [item];
      return [{ ...item, records: item.records.flatMap((record) => record.via.map((via) => ({ ...record, via: [via] }))) }];
    }),
  ),
  flaw(
    'S5c',
    'forgets all roots but one',
    /deep/u,
    items((item) => {
      if (item.type !== 'records') return [item];
      return [{ ...item, records: item.records.map((record) => ({ ...record, via: record.via.slice(0, 1) })) }];
    }),
  ),
  flaw(
    'S6',
    'calls an absent person a fault',
    /was not found/u,
    roots((item) => {
      if (item.type === 'located' && item.outcome === 'empty') throw new ConnectorError('not-found', 'The person was not found.');
      return [item];
    }),
  ),
  flaw(
    'S7',
    'follows shared things to other people',
    /that are not person 1/u,
    session((good) => ({
      read: (request) => good.read({ ...request, roots: [...request.roots, { collection: 'person', key: [3] }] }),
    })),
  ),
  flaw(
    'S8',
    'finds people by their names',
    /person/u,
    session((good) => ({
      async *locate() {
        for await (const item of good.locate({ identifiers: [] })) yield item;
        yield {
          type: 'match',
          collection: 'person',
          key: [1],
          record: {},
          evidence: [],
          identifiers: [],
          standing: 'subject',
        };
      },
    })),
  ),
  flaw(
    'S9',
    'takes a mention for the person',
    /third-party/u,
    matches((match) => ({ ...match, standing: 'subject' })),
  ),
  flaw(
    'S10',
    'does not look into address tables',
    /person 30/u,
    matches((match) => (match.evidence.some(({ field }) => field.startsWith('address.')) ? undefined : match)),
  ),
  flaw(
    'S11',
    'tells the searched identifier only',
    /deep/u,
    matches((match) => ({ ...match, identifiers: match.identifiers.slice(0, 1) })),
  ),
];
