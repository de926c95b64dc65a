import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate authority made for one test, and a server's certificate for 127.0.0.1 and localhost. All PEM. */
export interface Certificates {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes them with `openssl`, valid for a day. Throws where there is none. */
export function createCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-certificates-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { stdio: 'pipe' });
  try {
    writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
    openssl('req', '-x509', ...CURVE, '-days', '1', '-subj', '/CN=Test CA', '-keyout', at('ca.key'), '-out', at('ca.pem'));
    openssl('req', ...CURVE, '-subj', '/CN=localhost', '-keyout', at('key.pem'), '-out', at('request.pem'));
    const authority = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '1', '-extfile', at('names')];
    openssl('x509', '-req', '-in', at('request.pem'), ...authority, '-out', at('certificate.pem'));
    const read = (name: string): string => readFileSync(at(name), 'utf8');
    return { ca: read('ca.pem'), certificate: read('certificate.pem'), key: read('key.pem') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
