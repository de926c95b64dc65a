export type {
  Account,
  CollectionFindings,
  Findings,
  IdentifierAccount,
  LedgerEntry,
  MatchAccount,
  MatchEvidence,
  SourceDescription,
} from './findings/findings.js';
