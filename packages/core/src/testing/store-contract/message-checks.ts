import assert from 'node:assert/strict';
import type { Message } from '../../mail/message.js';
import type { Store } from '../../ports/store.js';
import { checksOf } from './store-check.js';
import { ACME, FULL_MESSAGE, OTHER, sampleMessage } from './samples.js';

/** What the rows of messages promise. */
export const messageChecks = checksOf({
  'a message comes back as it was added, with everything or with nothing that may be missing': async (store) => {
    const least = sampleMessage({ id: 'message-2', request: 'request-2' });
    await add(store, FULL_MESSAGE, least);
    const found = await store.transact(async ({ messages }) => [
      await messages.get(ACME, 'message-1'),
      await messages.get(ACME, 'message-2'),
      await messages.get(ACME, 'message-3'),
    ]);
    assert.deepEqual(found, [FULL_MESSAGE, least, undefined]);
  },
  'messages of a request come in the order they were added, and an id is taken once': async (store) => {
    const queued = ['z', 'a', 'm'].map((id) => sampleMessage({ id }));
    await add(store, ...queued, sampleMessage({ id: 'b', request: 'request-2' }));
    assert.deepEqual(await messagesOf(store), queued);
    await assert.rejects(add(store, sampleMessage({ id: 'a', request: 'request-3' })));
  },
  'what became of a message replaces what it was, and what it lost is gone': async (store) => {
    const waiting = sampleMessage({ sealed: 'sealed' });
    await add(store, waiting, sampleMessage({ id: 'message-2' }));
    const { sealed: _, ...rest } = waiting;
    const sent: Message = { ...rest, state: 'sent', sentAt: waiting.queuedAt, receipt: 'ab'.repeat(32) };
    await store.transact(({ messages }) => messages.change(sent));
    assert.deepEqual(await messagesOf(store), [sent, sampleMessage({ id: 'message-2' })]);
  },
  'another controller’s message is as good as missing': async (store) => {
    await add(store, sampleMessage());
    await store.transact(async ({ messages }) => {
      assert.equal(await messages.get(OTHER, 'message-1'), undefined);
      assert.deepEqual(await messages.of(OTHER, 'request-1'), []);
      await messages.change(sampleMessage({ controller: OTHER, state: 'failed' }));
      await messages.forget(OTHER, 'request-1');
    });
    assert.deepEqual(await messagesOf(store), [sampleMessage()]);
  },
  'the messages of one request are forgotten, and a change brings none back': async (store) => {
    await add(store, sampleMessage(), sampleMessage({ id: 'message-2', request: 'request-2' }));
    await store.transact(async ({ messages }) => {
      await messages.forget(ACME, 'request-1');
      await messages.change(sampleMessage({ state: 'sent' }));
    });
    assert.deepEqual([(await messagesOf(store)).length, (await messagesOf(store, 'request-2')).length], [0, 1]);
  },
});

function add(store: Store, ...added: readonly Message[]): Promise<void> {
  return store.transact(async ({ messages }) => {
    for (const message of added) await messages.add(message);
  });
}

function messagesOf(store: Store, request = 'request-1'): Promise<readonly Message[]> {
  return store.transact(({ messages }) => messages.of(ACME, request));
}
