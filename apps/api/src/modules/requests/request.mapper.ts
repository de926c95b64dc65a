import { type DataRequest, outstandingSources, type Page, possibleEvents } from '@habeas/core';
import { PageInfoType } from '../../platform/page.type.js';
import { ContactsType } from './contacts.type.js';
import {
  ArchiveFileType,
  GivenAnswerType,
  LedgerLineType,
  ProblemType,
  RequestConnectionType,
  RequestType,
} from './request.types.js';

/** A request as the schema shows it. What is not named here is not shown. */
export function requestType(row: DataRequest): RequestType {
  const { id, reference, state, version, rights, format, language, receivedAt, dueAt, identifierKinds } = row;
  const { complete, included, queued, expiresAt, createdAt, updatedAt } = row;
  return Object.assign(new RequestType(), {
    ...{ id, reference, state, version, rights, format, language, receivedAt, dueAt, identifierKinds },
    ...{ complete, included, queued, expiresAt, createdAt, updatedAt },
    ledger: row.ledger.map((line) => LedgerLineType.of(line)),
    outstanding: outstandingSources(row.ledger),
    answers: (row.answers ?? []).map((given) => GivenAnswerType.of(given)),
    problem: row.problem === undefined ? undefined : ProblemType.of(row.problem),
    archive: row.archive === undefined ? undefined : ArchiveFileType.of(row.archive),
    contacts: row.contacts === undefined ? undefined : ContactsType.of(row.contacts),
    possibleEvents: possibleEvents(row),
    row,
  });
}

/** A page of requests as Relay has it. */
export function requestConnection(page: Page<DataRequest>): RequestConnectionType {
  const edges = page.items.map(({ cursor, item }) => ({ cursor, node: requestType(item) }));
  return Object.assign(new RequestConnectionType(), { edges, pageInfo: new PageInfoType(page), totalCount: page.total });
}
