import { beforeAll, describe, expect, it } from '@jest/globals';
import { createCertificates, type Certificates, type PrivateServer } from '@habeas/test-servers';
import { describeWithPrivateServer } from '@habeas/test-servers/jest';
import { collect, open, statement } from '../test/connect.js';

const ENCRYPTED = statement(
  "SELECT VARIABLE_VALUE AS cipher FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'Ssl_cipher'",
);

describeWithPrivateServer('mariadb', 'a server of its own', (start) => {
  const inSchema = (server: PrivateServer): string => `${server.url}information_schema`;
  const isEncrypted = async (server: PrivateServer, tls: object): Promise<boolean> => {
    const database = await open(inSchema(server), { tls });
    const [row] = await database.query(ENCRYPTED);
    await database.close();
    return row?.['cipher'] !== '';
  };

  describe('with TLS', () => {
    let certificates: Certificates;
    let server: PrivateServer;

    beforeAll(async () => {
      certificates = createCertificates();
      server = await start({
        files: { 'certificate.pem': certificates.certificate, 'key.pem': certificates.key },
        arguments: (home) => [`--ssl-cert=${home}/certificate.pem`, `--ssl-key=${home}/key.pem`],
      });
    });

    it('is spoken to encrypted where its certificate is trusted', async () => {
      expect(await isEncrypted(server, { mode: 'required', ca: certificates.ca })).toBe(true);
    });

    it('is not spoken to where its certificate is not trusted', async () => {
      const stranger = createCertificates();
      for (const tls of [{ mode: 'required' }, { mode: 'required', ca: stranger.ca }, { mode: 'preferred', ca: stranger.ca }]) {
        await expect(isEncrypted(server, tls)).rejects.toMatchObject({ errorClass: 'contract' });
      }
    });

    it('is spoken to encrypted where that is preferred', async () => {
      expect(await isEncrypted(server, { mode: 'preferred' })).toBe(true);
    });

    it('is spoken to in the clear where that was chosen, or nothing was and it is on this machine', async () => {
      expect(await isEncrypted(server, { mode: 'disabled' })).toBe(false);
      expect(await isEncrypted(server, {})).toBe(false);
    });
  });

  describe('without TLS', () => {
    it('is refused where encryption is required, and spoken to in the clear where it is preferred', async () => {
      const server = await start({ arguments: () => ['--skip-ssl'] });
      await expect(isEncrypted(server, { mode: 'required' })).rejects.toMatchObject({ errorClass: 'contract' });
      expect(await isEncrypted(server, { mode: 'preferred' })).toBe(false);
    });
  });

  describe('that goes away', () => {
    it('ends streams and queries as transient, and so is every later one', async () => {
      const server = await start();
      const database = await open(inSchema(server), { connections: 3 });
      const endless = statement('SELECT a.COLUMN_NAME AS name FROM COLUMNS a JOIN COLUMNS b');
      const stream = database.stream(endless)[Symbol.asyncIterator]();
      await stream.next();
      const query = database.query(statement('SELECT SLEEP(?) AS slept', 30));
      const outcome = expect(query).rejects.toMatchObject({ errorClass: 'transient' });
      await server.stop();
      await outcome;
      const drain = async (): Promise<void> => {
        while ((await stream.next()).done !== true) continue;
      };
      await expect(drain()).rejects.toMatchObject({ errorClass: 'transient' });
      await expect(collect(database.stream(statement('SELECT 1 AS one')))).rejects.toMatchObject({ errorClass: 'transient' });
      await database.close();
    });
  });
});
