import type { Session } from '@habeas/connector-sdk';
import type { Ledger } from '../ledger/ledger.js';
import { untilAborted } from '../run/abortable.js';
import { toConnectorError } from '../run/fault.js';
import type { Gate } from '../run/gate.js';
import { withRetries } from '../run/retries.js';
import { retriesOf, type RunContext } from './run-context.js';
import { OpenSource, type SourceBinding } from './source.js';

/** Opens one source, or has the ledger tell why it could not be opened. Never throws for a fault of the source. */
export async function openSource(
  binding: SourceBinding,
  { context, gate, ledger }: { readonly context: RunContext; readonly gate: Gate; readonly ledger: Ledger },
): Promise<OpenSource | undefined> {
  const { clock, signal, report } = context;
  const { description } = binding;
  const retries = retriesOf(context, description.id);
  const startedAt = clock.now();
  try {
    const session = await gate.run(() =>
      withRetries(retries, () => untilAborted(binding.open(signal), signal, (late) => void closeQuietly(late))),
    );
    const source = new OpenSource(binding, session);
    ledger.opened(source);
    report({ type: 'source-opened', source: source.id, collections: source.collections.size });
    return source;
  } catch (fault) {
    const error = toConnectorError(fault, signal);
    ledger.unavailable(description, error, { attempts: retries.attempts, startedAt, finishedAt: clock.now() });
    report({ type: 'source-unavailable', source: description.id, errorClass: error.errorClass });
    return undefined;
  }
}

/** Closes a session. Whether that works changes nothing about what was found, so its fault is not reported. */
export async function closeQuietly(session: Session): Promise<void> {
  await session.close().catch(() => undefined);
}
