/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { away, FakeService, status } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';

/** A service at which nobody is signed in, and somebody was handed a code. */
function nobody(): FakeService {
  const service = new FakeService();
  service.who = { viewer: null, ways: { provider: false, setUp: false } };
  return service
    .on('POST /session', () => ({ needs: 'enrolment', factors: [] }))
    .on('POST /session/password', () => ({ login: 'nia' }))
    .on('POST /session/totp', () => ({ uri: 'otpauth://totp/Habeas:nia?secret=ABCDEFGH', ticket: 'sealed' }));
}

async function withCode(opened: ReturnType<typeof openConsole>): Promise<void> {
  await opened.user.click(await button('Choose a password'));
  await opened.user.type(await screen.findByLabelText('The code that you were handed'), ' the-code ');
  await opened.user.type(screen.getByLabelText('New password'), 'a long password{Enter}');
}

describe('somebody who was handed a code by a data protection officer', () => {
  it('chooses a password with it on the sign-in page, and goes on to the second factor', async () => {
    const service = nobody();
    await withCode(openConsole('/', service));
    expect(await screen.findByText('ABCD EFGH')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Second factor');
    expect(service.asked('POST /session/password')[0]?.given).toEqual({ code: 'the-code', password: 'a long password' });
    expect(service.asked('POST /session')[0]?.given).toEqual({ login: 'nia', password: 'a long password' });
  });

  it('is told that the code is wrong, and may go back to the password that there is', async () => {
    const refused = status(401, { error: { code: 'REFUSED', message: 'No.' } });
    const opened = openConsole('/', nobody().on('POST /session/password', refused));
    await withCode(opened);
    expect((await screen.findByRole('alert')).textContent).toContain('That was not right');
    await opened.user.click(await button('I have a password'));
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Sign in');
  });

  it('needs no other code where the password was chosen, and the service then was away', async () => {
    const service = nobody().on('POST /session', away, () => ({ needs: 'enrolment', factors: [] }));
    const opened = openConsole('/', service);
    await withCode(opened);
    await screen.findByRole('alert');
    await opened.user.click(await button('Choose this password'));
    expect(await screen.findByText('ABCD EFGH')).toBeTruthy();
    expect(service.asked('POST /session/password')).toHaveLength(1);
  });
});

describe('the console while it does not know who is there', () => {
  it('says that the service does not answer, and goes on by itself once it does', async () => {
    const service = nobody();
    openConsole(
      '/',
      service.on('GET /session', away, () => service.who),
    );
    expect(await screen.findByText(/^The service does not answer/u)).toBeTruthy();
    expect(screen.getByRole('main')).toBeTruthy();
    expect(await screen.findByLabelText('Login')).toBeTruthy();
  });

  it('says why not, and asks again at a press', async () => {
    const service = nobody();
    const broken = status(500, { error: { code: 'INTERNAL', message: 'Oh.' } });
    const { user } = openConsole(
      '/',
      service.on('GET /session', broken, () => service.who),
    );
    await user.click(await button('Try again'));
    expect(await screen.findByLabelText('Login')).toBeTruthy();
  });
});
