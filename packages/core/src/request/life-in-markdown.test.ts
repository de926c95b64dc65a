import { describe, expect, it } from '@jest/globals';
import { lifeInMarkdown, outsideInMarkdown } from './life-in-markdown.js';
import { GUARDS } from './guards.js';
import { REQUEST_EVENTS } from './transitions.js';

describe('the drawing of the life of a request', () => {
  const text = lifeInMarkdown();

  it('shows every event, from where it begins to where it leads', () => {
    for (const event of REQUEST_EVENTS) expect(text).toContain(`: ${event}\n`);
    expect(text).toContain('  awaiting_release --> released: release\n');
    expect(text).toContain('  paused --> gathering: resume\n');
    expect(text.match(/: refuse\n/gu)).toHaveLength(1);
  });

  it('says beside each who brings it about and what it needs, and of each need what it is', () => {
    expect(text).toContain(
      '| release | awaiting_release | released | `request.release`, the work | fresh-proof-or-open-gate, settled-ledger, sure-enough, archive |',
    );
    expect(text).toContain(
      '| cancel | everything that is not decided | cancelled | `request.cancel`, the person who asked | unanswered, reason |',
    );
    for (const [guard, { says }] of Object.entries(GUARDS)) expect(text).toContain(`| ${guard} | ${says} |`);
  });
});

describe('the words of others', () => {
  it('stand beside ours, for states, events and refusals', () => {
    const text = outsideInMarkdown();
    expect(text).toContain('| received | dpv:RequestRequiresAction | in_progress / need_user_verification | pending |');
    expect(text).toContain('| release | dpv:RequestFulfilled | fulfilled | completed |');
    expect(text).toContain('| NOT_FOUND | 404 |');
  });
});
