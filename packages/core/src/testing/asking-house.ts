import { Secret } from '@habeas/connector-sdk';
import { askForData, type AskedForData, type SubjectAsk, subjectViewer } from '../identity/ask-for-data.js';
import { proveAddress } from '../identity/prove-address.js';
import type { OwnRequest } from '../identity/send-code.js';
import type { OutgoingMessage } from '../ports/mailer.js';
import { deliveryHouse, type DeliveryHouseSetting } from './delivery-house.js';

const ASK: SubjectAsk = {
  identifiers: [
    { kind: 'id', namespace: 'crm.member', value: '2' },
    { kind: 'email', value: 'ann@example.org' },
  ],
  rights: ['access', 'portability'],
  format: 'json',
  language: 'fr',
  isForOther: false,
};

/** A house whose subjects ask by themselves. */
export interface AskingHouse extends DeliveryHouseSetting {
  readonly ask: (given?: Partial<SubjectAsk>, key?: string) => Promise<AskedForData & { readonly own: OwnRequest }>;
  /** The message of this number, from 1, once it was sent. */
  readonly message: (number: number) => Promise<OutgoingMessage>;
  /** The code in it. */
  readonly codeIn: (number: number) => Promise<Secret<string>>;
  readonly prove: (own: OwnRequest, code: string | Secret<string>) => Promise<boolean>;
}

/** See {@link AskingHouse}. */
export function askingHouse(...setting: Parameters<typeof deliveryHouse>): AskingHouse {
  const house = deliveryHouse(...setting);
  const { desk } = house.club;
  const message = async (number: number): Promise<OutgoingMessage> => {
    for (;;) {
      const sent = house.sent[number - 1];
      if (sent !== undefined) return sent;
      await new Promise((wake) => setTimeout(wake, 2));
    }
  };
  return {
    ...house,
    message,
    ask: async (given = {}, key = 'form-1') => {
      const asked = await askForData(desk, 'club', { ...ASK, ...given }, { key, fingerprint: 'f' });
      return { ...asked, own: { viewer: subjectViewer('club'), id: asked.request.id } };
    },
    codeIn: async (number) => new Secret(String((await message(number)).facts.code)),
    prove: (own, code) => proveAddress(desk, own, typeof code === 'string' ? new Secret(code) : code),
  };
}
