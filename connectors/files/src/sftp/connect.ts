import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import ssh2, { type Client, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import type { SftpConfig } from '../config.js';
import { Ending, type Waiting } from './ending.js';
import { SftpConnection } from './sftp-connection.js';
import { connectFault, FAULTS, sftpFault } from './sftp-errors.js';

const KEEPALIVE_MS = 10_000;
/** Whose extensions of the protocol are named by it. */
const OPENSSH = 'openssh.com';
/** Those of ssh2 without what rests on SHA-1. */
const ALGORITHMS: NonNullable<ConnectConfig['algorithms']> = {
  serverHostKey: { append: [], prepend: [], remove: ['ssh-rsa'] },
  hmac: { append: [], prepend: [], remove: ['hmac-sha1', `hmac-sha1-etm@${OPENSSH}`] },
};

/**
 * A connection to the server, which the caller closes. Throws `contract` for a server that shows another key than the configured
 * ones, before it was told anything of the account; `auth` where the account is refused, `transient` where nobody answers.
 */
export async function connectSftp(config: SftpConfig, signal: AbortSignal): Promise<SftpConnection> {
  if (signal.aborted) throw sftpFault(FAULTS.ABORTED);
  if (!hasGoodKey(config)) throw sftpFault(FAULTS.BAD_KEY);
  const socket = connect({ host: config.host, port: config.port, noDelay: true });
  const ending = new Ending(() => socket.destroy());
  const abort = (): void => { ending.end(sftpFault(FAULTS.ABORTED)); }; // prettier-ignore
  signal.addEventListener('abort', abort);
  socket.on('close', () => { signal.removeEventListener('abort', abort); }); // prettier-ignore
  const client = clientOf(ending);
  const waiting = {
    limitMs: config.connectTimeoutSeconds * 1_000,
    late: () => sftpFault(FAULTS.UNREACHABLE),
    faultOf: () => sftpFault(FAULTS.NO_SFTP),
  };
  try {
    await ending.ask<undefined>((answer) => {
      client.on('ready', () => { answer(undefined, undefined); }); // prettier-ignore
      client.connect({ ...optionsOf(config), sock: socket, hostVerifier: verifierOf(config.hostKeys, ending) });
    }, waiting);
    const sftp = await subsystem(client, ending, waiting);
    return new SftpConnection(socket, sftp, ending, config.answerTimeoutSeconds * 1_000);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function clientOf(ending: Ending): Client {
  return new ssh2.Client()
    .on('error', (error) => { ending.end(connectFault(error)); }) // prettier-ignore
    .on('close', () => { ending.end(sftpFault(FAULTS.LOST)); }); // prettier-ignore
}

/** Nothing but SFTP is asked for: no shell, no command, no forwarding. */
async function subsystem(client: Client, ending: Ending, waiting: Waiting): Promise<SFTPWrapper> {
  const sftp = await ending.ask<SFTPWrapper>((answer) => client.sftp(answer), waiting);
  sftp.on('error', () => { ending.end(sftpFault(FAULTS.BROKEN)); }); // prettier-ignore
  sftp.on('close', () => { ending.end(sftpFault(FAULTS.LOST)); }); // prettier-ignore
  return sftp;
}

function optionsOf({ user, password, key, passphrase }: SftpConfig): ConnectConfig {
  return {
    username: user,
    ...(password === undefined ? {} : { password: password.reveal() }),
    ...(key === undefined ? {} : { privateKey: key.reveal() }),
    ...(passphrase === undefined ? {} : { passphrase: passphrase.reveal() }),
    algorithms: ALGORITHMS,
    keepaliveInterval: KEEPALIVE_MS,
    readyTimeout: 0, // ours counts
  };
}

function hasGoodKey({ key, passphrase }: SftpConfig): boolean {
  if (key === undefined) return true;
  const parsed = ssh2.utils.parseKey(key.reveal(), passphrase?.reveal());
  return !(parsed instanceof Error) && parsed.isPrivateKey();
}

/** Accepts the keys with these fingerprints. Any other ends the connection. */
function verifierOf(fingerprints: readonly string[], ending: Ending): (key: Buffer) => boolean {
  return (key) => {
    const digest = createHash('sha256').update(key).digest('base64').replace(/=+$/u, '');
    const isKnown = fingerprints.includes(`SHA256:${digest}`);
    if (!isKnown) ending.end(sftpFault(FAULTS.UNTRUSTED));
    return isKnown;
  };
}
