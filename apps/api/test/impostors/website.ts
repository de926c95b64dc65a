import { expect } from '@jest/globals';
import type { OpenRequestInput } from '../../src/client/operations.generated.js';
import { accepted, ServiceClient } from '../../src/client/service-client.js';
import { ask, tokenOf } from '../people.js';
import type { Impostor } from './impostor.js';
import type { Attack, Stage } from './stage.js';
import { OWN, OWN_DATA, VICTIM } from './victims.js';

type Identifier = OpenRequestInput['identifiers'][number];
type DocumentName = Parameters<typeof ask>[1];

const NAME: Identifier = { kind: 'name', value: 'Violet Kent', provedBy: 'signed in' };
const BIRTH_DATE: Identifier = { kind: 'birthDate', value: VICTIM.birthDate, provedBy: 'signed in' };
const ADDRESS: Identifier = { kind: 'email', value: VICTIM.email };

/** What a document comes to for the impostor, who sees all of it. */
async function tried(impostor: Impostor, client: ServiceClient, document: DocumentName, variables: object): Promise<string> {
  const answer = JSON.stringify(await ask(client, document, variables));
  impostor.see(answer);
  return answer;
}

function handedOver(
  impostor: Impostor,
  client: ServiceClient,
  clientKey: string,
  identifiers: readonly Identifier[],
): Promise<string> {
  return tried(impostor, client, 'handOverRequest', { input: { clientKey, identifiers, rights: ['access'] } });
}

/** What a website says that it has proved, and searches nothing. */
const PROVES_NOTHING: readonly (readonly [title: string, identifiers: readonly Identifier[]])[] = [
  ['a website that has proved a name alone has nothing searched', [NAME, ADDRESS]],
  ['a website that has proved a birth date alone has nothing searched', [BIRTH_DATE, ADDRESS]],
  ['a website that has proved name and birth date has nothing searched', [NAME, BIRTH_DATE, ADDRESS]],
  ['a website that has proved nothing has nothing searched', [ADDRESS]],
];

const provesNothing: readonly Attack[] = PROVES_NOTHING.map(([title, identifiers]) => ({
  title,
  run: async (stage, impostor) => {
    const answer = await handedOver(impostor, stage.website, stage.key(), identifiers);
    expect(answer).toContain('"state":"received"');
    expect(await stage.settled(/"id":"(req_\w+)"/u.exec(answer)?.[1] ?? '')).toBe('received');
  },
}));

/** What a token may do for which it has no scope. */
const NOT_FOR_TOKENS: readonly (readonly [document: DocumentName, variables: object])[] = [
  ['renewClaimCode', {}],
  ['renewLink', {}],
  ['revokeLink', {}],
  ['startRequest', {}],
  ['attestIdentity', { attestations: [{ identifier: 1, provedBy: 'signed in' }] }],
  ['releaseRequest', { release: { days: 7 } }],
  ['cancelRequest', { reason: 'x' }],
  ['shredRequest', {}],
  ['letters', {}],
  ['findings', { source: 'hostel', collection: 'compte_client', first: 10, unmask: true }],
];

const notForTokens: readonly Attack[] = NOT_FOR_TOKENS.map(([document, variables]) => ({
  title: `a token that may hand over may not send "${document}" for a request`,
  run: async ({ website, victims: { id } }, impostor) => {
    const answer = await tried(impostor, website, document, { id, request: id, ...variables });
    expect(answer).toMatch(
      /"code":"(?:REFUSED|FORBIDDEN|NOT_FOUND|STEP_UP_REQUIRED|UNAUTHENTICATED|BAD_REQUEST)"|"letters":(?:null|\[\])/u,
    );
  },
}));

async function clubsToken({ officer }: Stage) {
  return tokenOf(officer.for('club'));
}

const others: readonly Attack[] = [
  {
    title: 'an address of somebody else beside one that the website has proved widens nothing',
    run: async (stage, impostor) => {
      const identifiers = [{ kind: 'email' as const, value: OWN.email, provedBy: 'signed in' }, ADDRESS];
      const answer = await handedOver(impostor, stage.website, stage.key(), identifiers);
      const [id = '', reference = '', claimCode = ''] = [/"id":"(\w+)"/u, /"reference":"([\d-]+)"/u, /"claimCode":"(\d+)"/u].map(
        (sought) => sought.exec(answer)?.[1],
      );
      expect(await stage.settled(id)).toBe('released');
      const { path = '', secret = '' } = impostor.linkFor({ reference }) ?? {};
      const browser = impostor.browser();
      await browser.post(path, { secret, claimCode });
      await browser.send(`${path}/archive`);
      expect(impostor.hasSeen(OWN_DATA)).toBe(true);
    },
  },
  {
    title: 'a key that another program has used gives its request and its claim code to nobody else',
    run: async (stage, impostor) => {
      const { client } = await tokenOf(stage.officer, ['request.handOver', 'request.read']);
      const answer = await handedOver(impostor, client, 'website-1', [ADDRESS]);
      expect(answer).toContain('"state":"received"');
      expect(answer).not.toContain(stage.victims.id);
    },
  },
  {
    title: 'the same call with the same key gives no new claim code once a link is out',
    run: async (stage, impostor) => {
      const input = {
        clientKey: 'website-1',
        identifiers: [{ ...ADDRESS, provedBy: 'signed in to the website' }],
        rights: ['access'],
      };
      const answer = await tried(impostor, stage.website, 'handOverRequest', { input: { ...input, format: 'csv' } });
      expect(answer).toContain('"code":"WRONG_STATE"');
      expect(answer).not.toContain('claimCode');
    },
  },
  {
    title: 'a token without the scope hands nothing over',
    run: async (stage, impostor) => {
      const { client } = await tokenOf(stage.officer, ['request.read']);
      expect(await handedOver(impostor, client, stage.key(), [{ ...ADDRESS, provedBy: 'x' }])).not.toContain('claimCode');
    },
  },
  {
    title: 'a token of another controller does not see that there is such a request',
    run: async (stage, impostor) => {
      const { client } = await clubsToken(stage);
      const answer = await tried(impostor, client, 'request', { id: stage.victims.id });
      expect(answer).not.toContain(stage.victims.reference);
      expect(await tried(impostor, client, 'requests', { first: 100 })).not.toContain(stage.victims.id);
    },
  },
  {
    title: 'a token of another controller that names this one does not act for it',
    run: async (stage, impostor) => {
      const { token } = await clubsToken(stage);
      const client = new ServiceClient(stage.house.url, { token, controller: 'hostel' });
      expect(await tried(impostor, client, 'request', { id: stage.victims.id })).not.toContain(stage.victims.reference);
    },
  },
  {
    title: 'a token that was revoked does nothing any more',
    run: async (stage, impostor) => {
      const { client, id } = await tokenOf(stage.officer);
      accepted((await stage.officer.client.run('revokeToken', { id })).revokeToken);
      expect(await handedOver(impostor, client, stage.key(), [{ ...ADDRESS, provedBy: 'x' }])).toContain('"status":401');
    },
  },
  {
    title: 'a call without any token is answered with nothing but that',
    run: async (stage, impostor) => {
      const nobody = new ServiceClient(stage.house.url);
      expect(await tried(impostor, nobody, 'request', { id: stage.victims.id })).not.toContain(stage.victims.reference);
    },
  },
  {
    title: 'a token of a program opens no page of a subject',
    run: async (stage, impostor) => {
      const { token } = await tokenOf(stage.officer);
      const headers = { authorization: `Bearer ${token}`, cookie: `__Host-rq=${token}; __Host-dl=${token}` };
      const browser = impostor.browser();
      expect((await browser.send(`${stage.victims.path}/archive`, { headers })).status).toBe(410);
      const page = await browser.send(`/ask/hostel/requests/${stage.victims.id}`, { headers });
      expect(await page.text()).not.toContain(stage.victims.reference);
    },
  },
];

/** The service API, in the hands of a website that was tricked, or of somebody who has stolen a token. */
export const WEBSITE: readonly Attack[] = [...provesNothing, ...notForTokens, ...others];
