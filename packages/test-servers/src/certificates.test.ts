import { describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { createCertificates } from './certificates.js';

describe('certificates', () => {
  it('are signed by an authority of their own, for this machine', () => {
    const { ca, certificate, key } = createCertificates();
    const server = new X509Certificate(certificate);
    expect(server.verify(new X509Certificate(ca).publicKey)).toBe(true);
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(server.checkHost('localhost')).toBe('localhost');
    expect(key).toContain('PRIVATE KEY');
    expect(new X509Certificate(createCertificates().ca).verify(new X509Certificate(ca).publicKey)).toBe(false);
  });
});
