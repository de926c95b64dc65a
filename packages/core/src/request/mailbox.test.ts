import { describe, expect, it } from '@jest/globals';
import { mailboxesOf } from './mailbox.js';

describe('where mail to a given address goes', () => {
  it.each([
    ['ann.kent@example.org', 'ann.kent@example.org'],
    ['Ann.Kent@Example.ORG', 'ann.kent@example.org'],
    ['ann.\u212aent@example.org', 'ann.kent@example.org'],
    ['a\u034fnn.kent@example.org', 'ann.kent@example.org'],
    ['ann.kent@\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45.org', 'ann.kent@example.org'],
    ['bob@example.test, Ann <ann.kent@example.org>', 'ann.kent@example.org'],
    ['аnn.kent@example.org', 'аnn.kent@example.org'],
  ])('%j is the mailbox that is searched for', (value, mailbox) => {
    expect(mailboxesOf({ kind: 'email', value }).map((each) => each.reveal())).toEqual([mailbox]);
  });

  it('is nowhere for what is no address', () => {
    expect(mailboxesOf({ kind: 'email', value: 'ann' })).toEqual([]);
    expect(mailboxesOf({ kind: 'phone', value: '+33639980042' })).toEqual([]);
  });
});
