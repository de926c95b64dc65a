import type { Command } from 'commander';
import { collect } from './collect.js';

/** A command that reads the configuration. */
export function withConfig(command: Command): Command {
  return command.option('--config <file>', 'the configuration', 'habeas.yaml');
}

/** A command that is about a person. */
export function withSubject(command: Command): Command {
  return command
    .option('--email <address>', 'an e-mail address of the person (may be repeated, like the others)', collect)
    .option('--phone <number>', 'a phone number', collect)
    .option('--id <namespace=value>', 'a customer, member or account number', collect)
    .option('--name <name>', 'a name: never searched, but agrees or contradicts', collect)
    .option('--birth-date <date>', 'YYYY-MM-DD: never searched, but agrees or contradicts');
}
