import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { REPORT_CATALOGUES } from '@habeas/report';

/** What the report says that is kept because somebody asks, with the words by which it says so. */
const PARTS = {
  request: [/Your request,/u, /Votre demande,/u],
  identifiers: [/what you gave us to find you by/u, /ce que vous nous avez indiqué pour être retrouvé/u],
  identity: [/how we made sure that it is you/u, /dont nous nous sommes assurés que c’est bien vous/u],
  decisions: [/what was searched and decided/u, /ce qui a été cherché et décidé/u],
  written: [/what we wrote to you/u, /ce que nous vous avons écrit/u],
  found: [/a copy of what was found/u, /une copie de ce qui a été trouvé/u],
  fetched: [/when the answer was fetched/u, /les dates des téléchargements/u],
  document: [/a copy of a document that you have shown/u, /la copie d’un document que vous avez présenté/u],
  trail: [/A record of who did what and when/u, /Un relevé de qui a fait quoi et quand/u],
} as const;

type Part = keyof typeof PARTS;

/** Every column of a table about requests that can hold a text: which part of the file it belongs to. A new one gets its line, and its words. */
const KEPT: Readonly<Record<string, Part>> = {
  'request.rights': 'request',
  'request.identifier_kinds': 'identifiers',
  'request.data_key': 'request',
  'request.subject_file': 'identifiers',
  'request.case_file': 'decisions',
  'request.ledger': 'decisions',
  'request.evidence_index': 'found',
  'request.archive': 'found',
  'request.problem': 'decisions',
  'request.disclosure': 'decisions',
  'request.rulings': 'decisions',
  'request.clock': 'decisions',
  'request.tasks': 'decisions',
  'request.contacts': 'identity',
  'request.proof': 'document',
  'request.search_memory': 'found',
  'request.answers': 'fetched',
  'request.transmissions': 'fetched',
  'request.breaches': 'decisions',
  'request.duties': 'decisions',
  'request.fee': 'decisions',
  'answer.fingerprint': 'request',
  'answer.result': 'request',
  'address_proof.code': 'identity',
  'audit_entry.actor_id': 'trail',
  'audit_entry.object_id': 'trail',
  'audit_entry.details': 'trail',
  'delivery.claim': 'identity',
  'delivery.packing': 'fetched',
  'download_session.sent': 'fetched',
  'evidence_checkpoint.collection': 'found',
  'evidence_checkpoint.progress': 'found',
  'evidence_segment.collection': 'found',
  'evidence_segment.blob': 'found',
  'message.sealed': 'written',
  'message.problem': 'written',
  'step.lease_owner': 'decisions',
  'step.problem': 'decisions',
  'step.progress': 'decisions',
  'webhook_call.facts': 'decisions',
  'webhook_call.problem': 'decisions',
};

/** Tables that are about something else: staff, tokens, keys, the trail as a whole, what other controllers send, and how often something went out. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  ...['checkpoint_place', 'migrations', 'passkey', 'passkey_challenge', 'reference', 'session', 'staff', 'token'],
  ...['received_transmission', 'sending_limit', 'trail_checkpoint', 'trail_head', 'turn'],
]);

/** The columns of the store that can hold a text longer than an id. */
function textColumns(): readonly string[] {
  const schema = readFileSync(new URL('../../schema.sqlite.sql', import.meta.url), 'utf8');
  return [...schema.matchAll(/^CREATE TABLE "(\w+)" \((.*)\);$/gmu)].flatMap(([, table = '', columns = '']) =>
    OF_OTHERS.has(table)
      ? []
      : [...columns.matchAll(/"?(\w+)"? (?:text|varchar\(255\))/gu)].map(([, column = '']) => `${table}.${column}`),
  );
}

describe('what the report says of the file of the request (INT-09)', () => {
  it('names everything that Habeas keeps of somebody who asks: each column belongs to a part, and none is forgotten', () => {
    expect([...textColumns()].sort()).toEqual(Object.keys(KEPT).sort());
    expect(new Set(Object.values(KEPT))).toEqual(new Set(Object.keys(PARTS)));
  });

  it('says each part in each language', () => {
    for (const [english, french] of Object.values(PARTS)) {
      expect(REPORT_CATALOGUES.en['case.what']).toMatch(english);
      expect(REPORT_CATALOGUES.fr['case.what']).toMatch(french);
    }
  });
});
