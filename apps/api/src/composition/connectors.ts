import { brevo } from '@habeas/connector-brevo';
import { espocrm } from '@habeas/connector-espocrm';
import { eventbrite } from '@habeas/connector-eventbrite';
import { files } from '@habeas/connector-files';
import { ghost } from '@habeas/connector-ghost';
import { hubspot } from '@habeas/connector-hubspot';
import { listmonk } from '@habeas/connector-listmonk';
import { mailchimp } from '@habeas/connector-mailchimp';
import { mailman3 } from '@habeas/connector-mailman3';
import { mysql } from '@habeas/connector-mysql';
import { pipedrive } from '@habeas/connector-pipedrive';
import { postgres } from '@habeas/connector-postgres';
import { pretix } from '@habeas/connector-pretix';
import { salesforce } from '@habeas/connector-salesforce';
import type { Connector } from '@habeas/connector-sdk';
import { sqlite } from '@habeas/connector-sqlite';
import { wildapricot } from '@habeas/connector-wildapricot';
import { wordpress } from '@habeas/connector-wordpress';

/** Every connector the service knows, by id. The only file of the service that names them. */
export const CONNECTORS: ReadonlyMap<string, Connector> = new Map(
  [
    brevo,
    espocrm,
    eventbrite,
    files,
    ghost,
    hubspot,
    listmonk,
    mailchimp,
    mailman3,
    mysql,
    pipedrive,
    postgres,
    pretix,
    salesforce,
    sqlite,
    wildapricot,
    wordpress,
  ].map((connector): [string, Connector] => [connector.manifest.id, connector as Connector]),
);
