import type { OutgoingMessage } from '@habeas/core';
import { dateIn } from '@habeas/core/law';
import { composeMessage, letterSender, type MessageSender, renderHtml, renderText } from '@habeas/report';
import type { ControllerConfig } from '../config/service-config.js';

/** A message in words. */
export interface WrittenMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a message of a controller, as of a time. Throws where something is missing that its kind needs. */
export function writeMessage({ kind, facts, language }: OutgoingMessage, config: ControllerConfig, at: Date): WrittenMessage {
  const edition = { language, date: dateIn(at, config.controller.timeZone) };
  const document = composeMessage({ kind, facts } as OutgoingMessage, senderOf(config), edition);
  return { subject: document.title, text: renderText(document), html: [...renderHtml(document)].join('') };
}

/** As the register describes it; a controller without one has a name, and perhaps somebody to ask. */
function senderOf({ controller, register, wording }: ControllerConfig): MessageSender {
  if (register !== undefined) return letterSender(register.register, wording);
  const { name, contact } = controller;
  return {
    name,
    contacts: contact === undefined ? [] : [{ type: contact.includes('@') ? 'email' : 'post', value: contact }],
    ...(wording === undefined ? {} : { wording }),
  };
}
