/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { away, FakeService, refusal, status } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';

const TICKET = { uri: 'otpauth://totp/Habeas:olga?secret=ABCDEFGH', ticket: 'sealed' };
const signedIn = (service: FakeService) => () => {
  service.who = {
    ...service.who,
    viewer: { id: 'stf_1', name: 'Olga Officer', controllers: [{ id: 'club', name: 'The Club' }] },
  };
  return { needs: null, factors: [] };
};
/** A service at which nobody is signed in. */
function nobody(ways: Partial<FakeService['who']['ways']> = {}): FakeService {
  const service = new FakeService();
  service.who = { viewer: null, ways: { provider: false, setUp: false, ...ways } };
  return service.on('POST /session', () => ({ needs: 'second-factor', factors: ['totp', 'passkey'] }));
}

async function withPassword(opened: ReturnType<typeof openConsole>): Promise<void> {
  await opened.user.type(await screen.findByLabelText('Login'), 'olga');
  await opened.user.type(screen.getByLabelText('Password'), 'a password{Enter}');
}

describe('signing in', () => {
  it('takes a password and a code, and opens the requests', async () => {
    const service = nobody();
    service.on('POST /session/second-factor', signedIn(service));
    const opened = openConsole('/', service);
    await withPassword(opened);
    await opened.user.type(await screen.findByLabelText('Code of your authenticator'), ' 123456 {Enter}');
    expect(await screen.findByRole('heading', { name: 'Requests' })).toBeTruthy();
    expect(service.asked('POST /session').map(({ given }) => given)).toEqual([{ login: 'olga', password: 'a password' }]);
    expect(service.asked('POST /session/second-factor').map(({ given }) => given)).toEqual([{ kind: 'totp', code: '123456' }]);
    expect(window.location.pathname).toBe('/console/club/requests');
  });

  it('takes a recovery code where the authenticator is lost', async () => {
    const service = nobody();
    service.on('POST /session/second-factor', signedIn(service));
    const opened = openConsole('/', service);
    await withPassword(opened);
    await opened.user.click(await button('Use a recovery code'));
    await opened.user.click(await button('Use the authenticator'));
    await opened.user.click(await button('Use a recovery code'));
    await opened.user.type(screen.getByLabelText('Recovery code'), 'abcd-efgh{Enter}');
    await screen.findByRole('heading', { name: 'Requests' });
    expect(service.asked('POST /session/second-factor')[0]?.given).toEqual({ kind: 'recovery', code: 'abcd-efgh' });
  });

  it('says in the language of the page why it was not done, and in its own what the service says', async () => {
    const service = nobody().on(
      'POST /session',
      status(401, { error: { code: 'REFUSED', message: 'Wrong.', remedy: 'Ask.' } }),
      away,
    );
    const opened = openConsole('/', service, { languages: ['fr-CA'] });
    await opened.user.type(await screen.findByLabelText('Identifiant'), 'olga');
    await opened.user.type(screen.getByLabelText('Mot de passe'), 'faux{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('C’est inexact');
    expect(within(alert).getByText('Wrong. Ask.').lang).toBe('en');
    expect(document.documentElement.lang).toBe('fr');
    await opened.user.click(await button('Continuer'));
    await waitFor(() => {
      expect(screen.getByRole('alert').textContent).toContain('ne répond pas');
    });
  });

  it('leads to an identity provider where there is one', async () => {
    openConsole('/', nobody({ provider: true }));
    expect((await screen.findByRole('link', { name: 'Sign in with your organisation' })).getAttribute('href')).toBe(
      '/session/oidc',
    );
  });

  it('goes on with the second factor where an identity provider has vouched for somebody', async () => {
    openConsole('/', nobody(), { hash: '#second-factor' });
    expect(await screen.findByLabelText('Code of your authenticator')).toBeTruthy();
  });

  it('sets up an authenticator where there is none, and shows the recovery codes once', async () => {
    const service = nobody().on('POST /session/totp', () => TICKET);
    service.on('POST /session/totp/confirm', () => ({ ...signedIn(service)(), recoveryCodes: ['aaaa', 'bbbb'] }));
    const opened = openConsole('/', service, { hash: '#enrolment' });
    expect(await screen.findByText('ABCD EFGH')).toBeTruthy();
    await opened.user.type(screen.getByLabelText('Code of your authenticator'), '654321{Enter}');
    expect(await screen.findByText('bbbb')).toBeTruthy();
    expect(service.asked('POST /session/totp/confirm')[0]?.given).toEqual({ ticket: 'sealed', code: '654321' });
    await opened.user.click(await button('I have kept them'));
    await screen.findByRole('heading', { name: 'Requests' });
  });

  it('says why no authenticator can be set up', async () => {
    openConsole('/', nobody().on('POST /session/totp', status(401, { error: { code: 'REFUSED', message: 'No.' } })), {
      hash: '#enrolment',
    });
    expect((await screen.findByRole('alert')).textContent).toContain('No.');
  });

  it('makes the first account with the code of whoever started the service', async () => {
    const service = nobody({ setUp: true }).on('POST /session', () => ({ needs: 'enrolment', factors: [] }));
    service.on('POST /session/totp', () => TICKET).on('POST /session/set-up', refusalOf('REFUSED'), () => ({ id: 'stf_1' }));
    const { user } = openConsole('/', service);
    await user.type(await screen.findByLabelText('Set-up code'), 'the-code');
    await user.type(screen.getByLabelText('Your name'), 'Olga Officer');
    await user.type(screen.getByLabelText('Login'), 'olga');
    await user.type(screen.getByLabelText('Password'), 'a long password{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('That was not right');
    await user.click(await button('Make the account'));
    await screen.findByText('ABCD EFGH');
    const given = { code: 'the-code', login: 'olga', displayName: 'Olga Officer', password: 'a long password' };
    expect(service.asked('POST /session/set-up')[1]?.given).toEqual(given);
  });

  it('tells somebody without a role whom to ask', async () => {
    const service = new FakeService();
    service.who = { ...service.who, viewer: { id: 'stf_1', name: 'Olga', controllers: [] } };
    openConsole('/', service);
    expect(await screen.findByRole('heading', { name: /no role/u })).toBeTruthy();
  });

  it('says where not even that can be asked who is there', async () => {
    openConsole('/', new FakeService().on('GET /session', status(500, { error: { code: 'INTERNAL', message: 'Oh.' } })));
    expect((await screen.findByRole('alert')).textContent).toContain('should not have');
  });
});

describe('a passkey', () => {
  class FakeCredential {
    static parseRequestOptionsFromJSON = (options: object): object => options;
    toJSON(): object {
      return { id: 'key' };
    }
  }

  it('signs in', async () => {
    Object.assign(globalThis, { PublicKeyCredential: FakeCredential });
    const get = (): Promise<object> => Promise.resolve(new FakeCredential());
    Object.assign(navigator, { credentials: { get } });
    const service = nobody().on('POST /session', () => ({ needs: 'second-factor', factors: ['passkey'] }));
    service.on('POST /session/second-factor/passkey', signedIn(service));
    const opened = openConsole('/', service);
    await withPassword(opened);
    await opened.user.click(await button('Use a passkey'));
    await screen.findByRole('heading', { name: 'Requests' });
    expect(service.asked('POST /session/second-factor/passkey')[0]?.given).toEqual({ credential: { id: 'key' } });
  });

  it('that was not used leaves the other ways', async () => {
    Object.assign(globalThis, { PublicKeyCredential: FakeCredential });
    Object.assign(navigator, { credentials: { get: () => Promise.resolve(null) } });
    const opened = openConsole('/', nobody());
    await withPassword(opened);
    await opened.user.click(await button('Use a passkey'));
    expect((await screen.findByRole('alert')).textContent).toContain('was not used');
  });
});

const refusalOf = (code: string): ReturnType<typeof status> => status(401, { error: { code, message: 'No.' } });

describe('a proof over the page', () => {
  const RELEASE = 'Release the answer';

  async function releasing(service: FakeService): Promise<ReturnType<typeof openConsole>> {
    const opened = openConsole('/club/requests/req_1', service);
    await opened.user.click(await button(RELEASE));
    const dialog = await screen.findByRole('dialog', { name: RELEASE });
    await opened.user.clear(within(dialog).getByLabelText(/how many days/u));
    await opened.user.type(within(dialog).getByLabelText(/how many days/u), '3{Enter}');
    return opened;
  }

  it('is asked for where one is wanted, and what was refused is done with it', async () => {
    const released = () => ({ data: { releaseRequest: { __typename: 'Request', id: 'req_1', version: 8 } } });
    const service = new FakeService().on('release', refusal('releaseRequest', 'STEP_UP_REQUIRED'), released);
    service.on('POST /session/step-up', refusalOf('REFUSED'), () => ({}));
    const { user } = await releasing(service);
    const proof = await screen.findByRole('dialog', { name: 'Confirm that it is you' });
    await user.type(within(proof).getByLabelText('Code of your authenticator'), '000000{Enter}');
    await within(proof).findByRole('alert');
    await user.click(within(proof).getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked('release').map(({ given }) => given)).toEqual([REFUSED_FIRST, REFUSED_FIRST]);
  });

  it('need not be given: nothing is done, and what was typed stays', async () => {
    const service = new FakeService().on('release', refusal('releaseRequest', 'STEP_UP_REQUIRED'));
    service.who = { ...service.who, ways: { provider: true, setUp: false } };
    const { user } = await releasing(service);
    const proof = await screen.findByRole('dialog', { name: 'Confirm that it is you' });
    expect(
      within(proof)
        .getByRole('link', { name: /organisation/u })
        .getAttribute('href'),
    ).toBe('/session/oidc/step-up');
    await user.click(within(proof).getByRole('button', { name: 'Cancel' }));
    const dialog = await screen.findByRole('dialog', { name: RELEASE });
    expect(within(dialog).getByLabelText<HTMLInputElement>(/how many days/u).value).toBe('3');
    expect(service.asked('release')).toHaveLength(1);
  });

  it('is a sign-in where the session is over, and then what was typed is done', async () => {
    const released = () => ({ data: { releaseRequest: { __typename: 'Request', id: 'req_1', version: 8 } } });
    const service = new FakeService().on('release', status(401), released);
    service.on('POST /session', () => ({ needs: 'second-factor', factors: ['totp'] }));
    const { user, reloads } = await releasing(service);
    const over = await screen.findByRole('dialog', { name: 'Your session is over' });
    await user.keyboard('{Escape}');
    await user.type(within(over).getByLabelText('Login'), 'olga');
    await user.type(within(over).getByLabelText('Password'), 'a password{Enter}');
    await user.type(await within(over).findByLabelText('Code of your authenticator'), '123456{Enter}');
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked('release').map(({ given }) => given)).toEqual([REFUSED_FIRST, REFUSED_FIRST]);
    expect(reloads()).toBe(0);
  });

  it('by somebody else begins the page anew', async () => {
    const service = new FakeService().on('release', status(401));
    service.on('POST /session', () => ({ needs: 'second-factor', factors: ['totp'] }));
    const { user, reloads } = await releasing(service);
    const over = await screen.findByRole('dialog', { name: 'Your session is over' });
    await user.type(within(over).getByLabelText('Login'), 'paul');
    await user.type(within(over).getByLabelText('Password'), 'a password{Enter}');
    service.who = { ...service.who, viewer: { id: 'stf_2', name: 'Paul', controllers: [{ id: 'club', name: 'The Club' }] } };
    await user.type(await within(over).findByLabelText('Code of your authenticator'), '123456{Enter}');
    await waitFor(() => {
      expect(reloads()).toBe(1);
    });
  });

  const REFUSED_FIRST = { id: 'req_1', release: { days: 3 }, seen: 7 };
});
