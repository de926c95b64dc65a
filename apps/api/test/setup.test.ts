import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONNECTORS } from '../src/composition/connectors.js';
import type { Officer } from '../src/demo/officer.js';
import { firstOfficer, instead, smallHouse, type SmallHouse } from './small-house.js';

const open: (() => unknown)[] = [];
let catcher: MailCatcher;
let house: SmallHouse;
let officer: Officer;
let bare: Officer;
beforeAll(async () => {
  catcher = await startMailCatcher();
  const account = catcher.url.replace('//', '//habeas:canary-password@');
  const mail = `mail: { smtp: '${account}', from: Privacy <privacy@example.org>, controllers: { club: { from: data@club.example } } }\n`;
  const houses = await Promise.all([smallHouse(mail), smallHouse()]);
  [house] = houses;
  open.push(...houses.map((house) => () => house.stop()));
  [officer, bare] = (await Promise.all(houses.map((house) => firstOfficer(house)))) as [Officer, Officer];
}, 120_000);
afterAll(async () => {
  for (const close of open) await close();
  await catcher.close();
});

describe('what the first steps ask for', () => {
  it('tells how people reach the service and how it reaches them, without the account of the mail server', async () => {
    expect((await bare.client.run('setup')).setup).toEqual({ publicUrl: null, mailServer: null, mailFrom: null });
    const { setup } = await officer.client.run('setup');
    expect(setup).toMatchObject({ mailFrom: 'data@club.example', mailServer: new URL(catcher.url).host });
    expect(JSON.stringify(setup)).not.toContain('canary');
  });

  it('connects to the mail server when it is asked to, sends nothing, and says why where that fails', async () => {
    expect(await bare.client.run('mailCheck')).toEqual({ mailCheck: null });
    expect((await officer.client.run('mailCheck')).mailCheck).toEqual({ reached: true, problem: null });
    expect(catcher.mails).toEqual([]);
    await catcher.close();
    const { mailCheck } = await officer.client.run('mailCheck');
    expect(mailCheck).toMatchObject({ reached: false, problem: { errorClass: 'transient' } });
    expect(JSON.stringify(mailCheck)).not.toContain('canary');
    const { mailer } = house.service.desk;
    if (mailer === undefined) throw new Error('There is no mailer.');
    const back = instead(mailer, 'check', () => Promise.reject(new TypeError('a fault of ours')));
    await expect(officer.client.run('mailCheck')).rejects.toThrow();
    back();
  });

  it('tells how the controller introduces itself, with the words of its file', async () => {
    const { settings } = await officer.client.run('settings');
    expect(settings).toMatchObject({ timeZone: 'Europe/Paris', holidays: 'FR', authority: null, hasRegister: false });
    expect(settings.yaml).toMatch(/^controller:/u);
  });

  it('tells every connector with what its sources are configured with, and which of it is secret', async () => {
    const { connectors } = await officer.client.run('connectors');
    expect(connectors.map(({ id }) => id)).toEqual([...CONNECTORS.keys()]);
    const mysql = connectors.find(({ id }) => id === 'mysql');
    expect(mysql).toMatchObject({ needsDataMap: true, title: expect.stringContaining('MySQL') });
    expect(mysql?.settings.filter(({ isRequired }) => isRequired).map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'host: text',
      'database: text',
      'user: text',
      'password: secret',
    ]);
    const named = connectors.flatMap(({ settings }) =>
      settings.filter(({ name }) => /secret|token|passw|(?:^|_)key/iu.test(name)),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter(({ kind }) => kind !== 'secret')).toEqual([]);
  });

  it('checks a configuration by the rules of the start, also where every text of every connector is a reference', async () => {
    const check = async (yaml: string): Promise<unknown> =>
      (await officer.client.run('checkConfiguration', { yaml })).checkConfiguration;
    const { connectors } = await officer.client.run('connectors');
    const sources = Object.fromEntries(
      connectors.map(({ id, settings, needsDataMap }) => {
        const texts = settings.filter(({ kind }) => kind === 'text' || kind === 'secret');
        const config = Object.fromEntries(texts.map(({ name }) => [name, `\${env:${name.toUpperCase()}}`]));
        return [id, { connector: id, config, ...(needsDataMap ? { dataMap: './none.map.yaml' } : {}) }];
      }),
    );
    expect(await check(JSON.stringify({ habeas: 1, controller: { name: 'The Club' }, sources }))).toEqual([]);
    expect(await check('habeas: 1\ncontroller: { name: The Club, contakt: a@b.example }\n')).toEqual([
      { line: 2, path: 'controller.contakt', what: expect.any(String), remedy: expect.stringContaining('contact') },
    ]);
  });
});
