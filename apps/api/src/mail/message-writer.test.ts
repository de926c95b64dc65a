import { Secret } from '@habeas/connector-sdk';
import { type OutgoingMessage, systemClock } from '@habeas/core';
import { describe, expect, it } from '@jest/globals';
import type { ControllerConfig, ServiceConfig } from '../config/service-config.js';
import { writeMessage } from './message-writer.js';
import { openMailer } from './open-mailer.js';

const MESSAGE: OutgoingMessage = {
  id: 'msg_1',
  controller: 'club',
  kind: 'closed',
  language: 'en',
  facts: { reference: '2026-0001' },
  to: new Secret('ann@example.org'),
};
const AT = new Date('2026-03-31T23:00:00Z');

function club(controller: Partial<ControllerConfig['controller']>, more: Partial<ControllerConfig> = {}): ControllerConfig {
  return { controller: { name: 'Club', timeZone: 'Europe/Paris', holidays: 'FR', ...controller }, sources: [], ...more } as ControllerConfig; // prettier-ignore
}

describe('a message of a controller without a register', () => {
  it.each([
    ['dpo@club.example', 'by e-mail: dpo@club.example'],
    ['1 Example Street', 'by post: 1 Example Street'],
  ])('names whom to ask, where that is known: %s', (contact, said) => {
    const { text, html } = writeMessage(MESSAGE, club({ contact }), AT);
    expect(text).toContain(said);
    expect(html).toContain(contact);
  });

  it('bears the day where its controller is, and says things in its own words', () => {
    const { subject, text } = writeMessage(MESSAGE, club({}, { wording: { closing: { en: 'See you,' } } }), AT);
    expect(subject).toBe('Request 2026-0001 is closed');
    expect(text).toContain('1 April 2026');
    expect(text).toContain('See you,\n\nClub');
    expect(text).not.toContain('Questions?');
  });

  it('of no such controller is not sent', async () => {
    const mail = { smtp: new Secret('smtp://127.0.0.1:9'), from: { name: '', address: 'a@example.org' }, controllers: new Map() };
    const mailer = openMailer({ mail, controllers: new Map() } as unknown as ServiceConfig, systemClock);
    await expect(mailer?.send(MESSAGE, new AbortController().signal)).rejects.toThrow('A controller that is not configured.');
    mailer?.close();
  });
});
