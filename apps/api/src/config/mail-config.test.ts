import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadServiceConfig, type ServiceConfig } from './service-config.js';

const HABEAS = `habeas: 1
controller: { name: Club }
sources:
  paper: { connector: manual, config: { instructions: Look., doneBy: Ann, tells: [name], collections: { folder: {} } } }
`;

describe('the mail in service.yaml', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-config-'));
    writeFileSync(join(folder, 'habeas.yaml'), HABEAS);
    writeFileSync(join(folder, 'secret'), 'smtps://club:not-to-be-seen@mail.test');
    writeFileSync(join(folder, 'ca.pem'), 'an authority');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const load = (mail: string): ServiceConfig => {
    const file = join(folder, 'service.yaml');
    writeFileSync(file, `service: 1\ncontrollers: { club: habeas.yaml, hostel: habeas.yaml }\n${mail}`);
    return loadServiceConfig(file, new Map());
  };

  it('is none where nothing is said of it: messages wait', () => {
    expect(load('')).not.toHaveProperty('mail');
  });

  it('goes through a server whose password comes from a file, and which nothing shows', () => {
    const config = load(
      'mail: { smtp: "${file:secret}", from: Privacy <privacy@example.org>, replyTo: dpo@example.org, caFile: ca.pem }\n',
    );
    expect(config.mail?.smtp.reveal()).toBe('smtps://club:not-to-be-seen@mail.test');
    expect(config.mail).toMatchObject({
      from: { name: 'Privacy', address: 'privacy@example.org' },
      replyTo: { name: '', address: 'dpo@example.org' },
      ca: 'an authority',
    });
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config.mail)).not.toContain('not-to-be-seen');
  });

  it('may be from another address for one controller', () => {
    const { mail } = load(
      'mail: { smtp: "smtp://mail.test:587", from: a@example.org, controllers: { club: { from: b@example.org } } }\n',
    );
    expect(mail?.controllers.get('club')).toEqual({ from: { name: '', address: 'b@example.org' } });
    expect(mail?.controllers.get('hostel')).toBeUndefined();
  });

  it.each([
    'smtp: "https://hidden@mail.test"',
    'smtp: "mail.test:hidden"',
    'smtp: "smtps://"',
    'smtp: "smtp://a:hidden@mail.test/?tls=no"',
    'smtp: [hidden]',
  ])('refuses what is no URL of a mail server, without showing it (%#)', (line) => {
    expect(() => load(`mail: { ${line}, from: a@example.org }\n`)).toThrow('mail.smtp');
    expect(() => load(`mail: { ${line}, from: a@example.org }\n`)).not.toThrow('hidden');
  });

  it.each([
    'nobody',
    '"a@example.org, b@example.org"',
    '"A <a@example.org"',
    '"a b@example.org"',
    '"A\\r\\nBcc: b@example.org <a@example.org>"',
  ])('refuses what is not one address (%#)', (from) => {
    expect(() => load(`mail: { smtp: "smtp://mail.test", from: ${from} }\n`)).toThrow(/mail\.from.*an address is meant/u);
  });

  it('refuses an authority that cannot be read, and a controller that is not there', () => {
    const begin = 'mail: { smtp: "smtp://mail.test", from: a@example.org';
    expect(() => load(`${begin}, caFile: none.pem }\n`)).toThrow(/mail\.caFile.*cannot be read/u);
    expect(() => load(`${begin}, controllers: { shop: {} } }\n`)).toThrow(
      /mail\.controllers\.shop.*no such controller.*club, hostel/u,
    );
  });
});
