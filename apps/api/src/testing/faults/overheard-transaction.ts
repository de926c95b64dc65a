import type { Claim, NewAuditEntry, StepEnd, Transaction } from '@habeas/core';

/** What a transaction was for, by what it did; `undefined` where it is none of the boundaries. */
export type TransactionName = () => string | undefined;

/** The same transaction, and the name of what it turns out to be for. The end of a step comes before what belongs to it. */
export function overheard(transaction: Transaction): { readonly transaction: Transaction; readonly name: TransactionName } {
  const heard = new Map<'step' | 'segment' | 'checkpoint' | 'act' | 'forgotten', string>();
  const note = (what: 'step' | 'segment' | 'checkpoint' | 'act' | 'forgotten', name: string): void => {
    if (!heard.has(what)) heard.set(what, name);
  };
  const steps = listening(transaction.steps, (method, args) => {
    const [claim, end] = args as [Claim, StepEnd];
    if (method === 'end' && end.state === 'done') note('step', claim.step.kind);
  });
  const evidence = listening(transaction.evidence, (method) => {
    if (method === 'addSegment') note('segment', 'gather.segment');
    if (method === 'setCheckpoint') note('checkpoint', 'gather.progress');
    if (method === 'forget') note('forgotten', 'gather.begin');
  });
  const audit = listening(transaction.audit, (method, args) => {
    if (method === 'add') note('act', (args as [NewAuditEntry])[0].action);
  });
  const name = (): string | undefined =>
    heard.get('step') ?? heard.get('segment') ?? heard.get('checkpoint') ?? heard.get('act') ?? heard.get('forgotten');
  return { transaction: { ...transaction, steps, evidence, audit }, name };
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
