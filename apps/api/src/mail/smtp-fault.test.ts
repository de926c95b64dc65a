import { isRetryable } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { isServerFault, smtpFault } from './smtp-fault.js';

/** An error as nodemailer makes it: its text and the answer of the server repeat the address. */
function fault(code: string, responseCode?: number, command = 'CONN'): Error {
  const says = `${String(responseCode)} 5.1.1 <canary@example.org> unknown`;
  return Object.assign(new Error(`Failed: ${says}`), {
    code,
    responseCode,
    command,
    response: says,
    recipient: 'canary@example.org',
  });
}

describe('a fault of a mail server', () => {
  it.each([
    ['a server that is not there', fault('ESOCKET'), true, 'ESOCKET'],
    ['a port that is closed', Object.assign(fault('ESOCKET'), { originalCode: 'ECONNREFUSED' }), true, 'ECONNREFUSED'],
    [
      'an authority that nobody knows',
      Object.assign(fault('ESOCKET'), { originalCode: 'SELF_SIGNED_CERT_IN_CHAIN' }),
      true,
      'SELF_SIGNED_CERT_IN_CHAIN',
    ],
    ['a server that is silent', fault('ETIMEDOUT'), true, 'ETIMEDOUT'],
    ['a server that ends the call', fault('ECONNECTION', 421), true, '421'],
    ['an account that is refused', fault('EAUTH', 535, 'AUTH PLAIN'), true, '535'],
    ['no account where one is needed', fault('EENVELOPE', 530, 'MAIL FROM'), true, '530'],
    ['a certificate that nobody trusts', fault('ETLS'), true, 'ETLS'],
    ['a sender that is refused', fault('EENVELOPE', 553, 'MAIL FROM'), true, '553'],
    ['a recipient that is put off', fault('EENVELOPE', 450, 'RCPT TO'), true, '450'],
    ['an unknown mailbox', fault('EENVELOPE', 550, 'RCPT TO'), false, '550'],
    ['words out of their order', fault('EENVELOPE', 503, 'RCPT TO'), true, '503'],
    ['a message that is refused', fault('EMESSAGE', 554, 'DATA'), false, '554'],
    ['a message that is put off', fault('EMESSAGE', 451, 'DATA'), true, '451'],
    ['a message that cannot be made', fault('ESTREAM', undefined, 'API'), false, 'ESTREAM'],
    ['what is no error of a mail server', new TypeError('canary@example.org'), false, 'unknown'],
    ['a code that is none', Object.assign(new Error(), { code: 'canary@example.org' }), false, 'unknown'],
    ['nothing', undefined, false, 'unknown'],
  ] as const)('tells whether it may go out later, by its code and without the address: %s', (_, error, isPassing, code) => {
    const told = smtpFault(error);
    expect(isRetryable(told.errorClass)).toBe(isPassing);
    expect(told.message).toContain(`(${code}).`);
    expect(`${told.message}${told.remedy ?? ''}${String(told.cause)}`).not.toContain('canary');
    expect(told.remedy).not.toBe('');
  });

  it.each([
    [fault('ESOCKET'), true],
    [fault('EAUTH', 535, 'AUTH PLAIN'), true],
    [fault('EENVELOPE', 450, 'RCPT TO'), false],
    [fault('EMESSAGE', 554, 'DATA'), false],
  ])('is the server’s own where the next message would meet it, too (%#)', (error, isItsOwn) => {
    expect(isServerFault(error)).toBe(isItsOwn);
  });
});
