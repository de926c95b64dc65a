import { describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { CONTACT_ACTS, lastContact, type ContactAct } from './last-contact.js';

const act = (kind: ContactAct['kind'], on: string): ContactAct => ({ kind, on: localDate(on) });

describe('lastContact (RET-06)', () => {
  it('is the last act of the person, in whatever order acts come', () => {
    const acts = [act('link_clicked', '2025-03-01'), act('order_placed', '2026-01-05'), act('message_received', '2024-07-14')];
    expect(lastContact(acts)).toBe('2026-01-05');
  });

  it('is not moved by opening a mail, nor by anything that the controller does', () => {
    const outbound = (Object.keys(CONTACT_ACTS) as ContactAct['kind'][]).filter((kind) => CONTACT_ACTS[kind] === 'outbound');
    expect(outbound).toContain('message_opened');
    expect(lastContact([act('link_clicked', '2025-03-01'), ...outbound.map((kind) => act(kind, '2026-02-01'))])).toBe(
      '2025-03-01',
    );
  });

  it('is nothing where the person never did anything', () => {
    expect(lastContact([act('message_sent', '2026-01-01')])).toBeNull();
  });
});
