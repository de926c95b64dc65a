import type { Claim, NewAuditEntry, StepEnd, Transaction } from '@habeas/core';

/** What a transaction was for, by what it did; `undefined` where it is none of the boundaries. */
export type TransactionName = () => string | undefined;

/** What a transaction is named after, if it does several of them: a request that changes without any act begins a reading. */
const RANKS = ['step', 'segment', 'checkpoint', 'act', 'forgotten', 'changed'] as const;

/** The same transaction, and the name of what it turns out to be for. The end of a step comes before what belongs to it. */
export function overheard(transaction: Transaction): { readonly transaction: Transaction; readonly name: TransactionName } {
  const heard = new Map<(typeof RANKS)[number], string>();
  const note = (rank: (typeof RANKS)[number], name: string): void => {
    if (!heard.has(rank)) heard.set(rank, name);
  };
  const requests = listening(transaction.requests, (method) => {
    if (method === 'change') note('changed', 'gather.begin');
  });
  const steps = listening(transaction.steps, (method, args) => {
    const [claim, end] = args as [Claim, StepEnd];
    if (method === 'end' && end.state === 'done') note('step', claim.step.kind);
  });
  const evidence = listening(transaction.evidence, (method) => {
    if (method === 'addSegment') note('segment', 'gather.segment');
    if (method === 'setCheckpoint') note('checkpoint', 'gather.progress');
    if (method === 'forget') note('forgotten', 'gather.discard');
  });
  const audit = listening(transaction.audit, (method, args) => {
    if (method === 'add') note('act', (args as [NewAuditEntry])[0].action);
  });
  const name = (): string | undefined => RANKS.map((rank) => heard.get(rank)).find((each) => each !== undefined);
  return { transaction: { ...transaction, requests, steps, evidence, audit }, name };
}

/** The same rows; each call is told of first. Methods keep their own `this`: rows have private parts. */
function listening<Rows extends object>(rows: Rows, listen: (method: string, args: readonly unknown[]) => void): Rows {
  return new Proxy(rows, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        listen(String(key), args);
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}
