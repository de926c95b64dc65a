import { createRequire } from 'node:module';
import type { Root } from '../world/source-builder.js';
import { Moment } from '../world/calendar.js';
import { VendorRecords } from './vendor-records.js';
import type { Mailings } from './vendor-system.js';

const require = createRequire(import.meta.url);

const SUBSCRIBER = { collection: 'subscriber', key: ['id'] } as const;
const EXPORT = { collection: 'export', key: ['subscriber'] } as const;
const FIRST_DAY = Moment.of('2023-09-04');

/** listmonk with the readers of an example controller. */
export class Listmonk implements Mailings {
  readonly connector = 'listmonk';
  readonly manifest = require.resolve('@habeas/connector-listmonk/manifest.yaml');
  readonly settings = { user: 'habeas' };
  readonly secret = 'synthetic-token-of-listmonk';
  readonly secretName = 'token';
  readonly records = new VendorRecords('mailings');

  addSubscriber(email: string, name = ''): Root {
    const id = this.records.next('subscriber');
    const since = `${FIRST_DAY.plusDays(id).sqlDatetime.replace(' ', 'T')}Z`;
    const list = { id: 3, name: 'Invitations', subscription_status: 'confirmed', type: 'private' };
    const subscriber = this.records.root(SUBSCRIBER, {
      id,
      uuid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
      email,
      name,
      attribs: {},
      status: 'enabled',
      lists: [{ ...list, created_at: since }],
      created_at: since,
      updated_at: since,
    });
    const personal = {
      email,
      profile: [{ id, email, name, status: 'enabled' }],
      subscriptions: [{ subscription_status: 'confirmed', name: 'Invitations', type: 'private' }],
      campaign_views: [{ campaign: 'Invitation to the conference', views: 1 + (id % 3) }],
      link_clicks: [{ url: 'https://association.example/conference', clicks: 1 }],
    };
    this.records.owned(subscriber, EXPORT, personal, { subscriber: id });
    return subscriber;
  }
}
