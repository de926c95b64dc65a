import { describe, expect, it } from '@jest/globals';
import { type Recipient, SAFEGUARDS } from '@habeas/core/law';
import { membershipWith, recipientWith } from '../../../test/sample-register.js';
import { blockOf, ENGLISH, FRENCH, MEMBER } from '../../../test/sample-report.js';
import { wordsOf } from '../../document/text.js';
import type { RecipientFact } from '../subject-report.js';
import { recipientLine, recipientName } from './recipients.js';

async function factOf(recipient: Partial<Recipient> | string): Promise<RecipientFact> {
  const register = typeof recipient === 'string' ? membershipWith({ recipients: [recipient] }) : recipientWith(recipient);
  const [fact] = (await blockOf([MEMBER], { register })).recipients;
  if (fact === undefined) throw new Error('There is no recipient.');
  return fact;
}

async function line(recipient: Partial<Recipient> | string): Promise<string> {
  return wordsOf(recipientLine(await factOf(recipient), ENGLISH));
}

async function ligne(recipient: Partial<Recipient> | string): Promise<string> {
  return wordsOf(recipientLine(await factOf(recipient), FRENCH)).replaceAll('\u00a0', ' ');
}

describe('a recipient (REP-03)', () => {
  it('is told by name, with its category and what it is', async () => {
    const named = { name: 'Example Bank', location: { in: ['FR'] } } as const;
    expect(await line(named)).toBe('Example Bank (Payments; acts on its own account; country: France).');
    expect(await line({ ...named, role: 'group' })).toBe('Example Bank (Payments; belongs to our group; country: France).');
    expect(await ligne(named)).toBe('Example Bank (Paiements ; agit pour son propre compte ; pays : France).');
    expect(recipientName(await factOf(named), FRENCH)).toBe('Example Bank');
  });

  it('is told by its category only with the reason', async () => {
    const place = { location: { in: ['FR'] } } as const;
    expect(await line({ ...place, unnamedBecause: 'not_identifiable' })).toBe(
      'Payments (acts on its own account; country: France). Who exactly cannot be said, because it is not known yet.',
    );
    expect(await line({ ...place, unnamedBecause: 'manifestly_unfounded_or_excessive' })).toMatch(/C-154\/21/u);
    expect(await line(place)).toMatch(/The controller has not stated who exactly\.$/u);
  });

  it('may be other people, or somebody who receives data only in some event', async () => {
    expect(await line('members')).toMatch(/^Other members \(.*other people who can see them; anywhere in the world\)\./u);
    const buyer = { name: 'A buyer', onlyIf: { en: 'the association is sold.', fr: 'l’association est vendue.' } };
    expect(await line(buyer)).toBe('A buyer (Payments; acts on its own account; only if the association is sold).');
    expect(await ligne(buyer)).toBe('A buyer (Paiements ; agit pour son propre compte ; seulement si l’association est vendue).');
  });

  it('is never staff, nor an authority in an inquiry', async () => {
    const fact = await factOf({ name: 'X' });
    for (const role of ['internal', 'authority'] as const) {
      expect(() => recipientLine({ ...fact, recipient: { ...fact.recipient, role } }, ENGLISH)).toThrow('no recipients');
    }
  });
});

describe('a recipient in a third country (REP-04)', () => {
  it('is told with the country, what protects data there, and how to get a copy', async () => {
    expect(await line('mailer')).toBe(
      'Example Mailing Inc. (Mailing service; works for us and on our instructions; country: France; country outside the European Economic Area: United States). Your data are protected there by: standard clauses of the European Commission (Art. 46 GDPR); Module two. You get a copy from: clauses@association.example.',
    );
    expect(await ligne('mailer')).toContain(
      'pays : France ; pays hors de l’Espace économique européen : États-Unis). Vos données y sont protégées par : ',
    );
  });

  it('calls only those countries outside that are', async () => {
    const away = { name: 'X', location: { in: ['US', 'IN'] } } as const;
    expect(await line(away)).toContain('countries outside the European Economic Area: United States and India)');
    expect(await line(away)).not.toContain('country:');
  });

  it.each(SAFEGUARDS)('says on what the transfer rests: %s', async (type) => {
    expect(await line({ name: 'X', location: { in: ['US'] }, safeguard: { type } })).toMatch(
      /Your data are protected there by: .* \(Art\. 4[567] GDPR\)\. You can ask us for a copy\.$|: an exception of Art\. 49 GDPR\. You can ask us for a copy\.$/u,
    );
  });

  it('shows the gap where no safeguard or no country is stated', async () => {
    expect(await line({ name: 'X', location: { in: ['US'] } })).toMatch(
      /The controller has not stated what protects your data there\.$/u,
    );
    expect(await line({ name: 'X', location: { in: 'worldwide' } })).toMatch(/what protects your data there\.$/u);
    expect(await line({ name: 'X' })).toBe(
      'X (Payments; acts on its own account). The controller has not stated in which country.',
    );
    expect(await ligne({ name: 'X' })).toMatch(/Le responsable du traitement n’a pas indiqué dans quel pays\.$/u);
  });
});
