import type { Secret } from '@habeas/connector-sdk';
import { mailboxesOf } from '@habeas/core';
import { letterSender } from '@habeas/report';
import type { ControllerConfig } from '../config/service-config.js';

const HOUR_MS = 3_600_000;
/** Security R57. */
const COOL_OFF_HOURS = 24;

/** Where those who decide in a controller are written to: as its register says, or else its configuration. */
export function officerMailbox(config: ControllerConfig | undefined): Secret<string> | undefined {
  if (config === undefined) return undefined;
  const { register, controller } = config;
  const contacts = register === undefined ? [] : letterSender(register.register).contacts;
  const value = contacts.find(({ type }) => type === 'email')?.value ?? controller.contact ?? '';
  return mailboxesOf({ kind: 'email', value }).at(0);
}

/** How long the contacts on record have to object before an answer goes to a new address by itself. */
export function coolOffMs(config: ControllerConfig | undefined): number {
  return (config?.controller.coolOffHours ?? COOL_OFF_HOURS) * HOUR_MS;
}
