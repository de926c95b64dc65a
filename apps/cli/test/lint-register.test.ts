import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { registerFile } from '@habeas/example-worlds';
import { Desk } from './desk.js';
import type { Run } from './workshop.js';

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => {
  desk.close();
});

const lint = (...args: readonly string[]): Promise<Run> => desk.run({}, ['register', 'lint', ...args]);

/** A register that is shipped, after changes. */
function variant(name: string, change: (text: string) => string): string {
  const file = desk.path(name);
  writeFileSync(file, change(readFileSync(registerFile('hostel-association'), 'utf8')));
  return file;
}

/** The register of docs/register.md, after changes. */
function example(name: string, change: (text: string) => string): string {
  const page = readFileSync(new URL('../../../docs/register.md', import.meta.url), 'utf8');
  const file = desk.path(name);
  writeFileSync(file, change(/```yaml\n(.*?)```/su.exec(page)?.[1] ?? ''));
  return file;
}

/** Mends everything that the hostel's policy has not as the law wants it. */
function mended(text: string): string {
  return text
    .replace('policyRequires: id_copy', 'policyRequires: none')
    .replace('- type: post', '- { type: email, value: dpo@hostel.example }\n    - type: post')
    .replace(/role: processor/gu, 'role: processor\n    name: Example Company')
    .replace('- subjects: [prospects]', '- subjects: [prospects]\n        anchor: record.collectedAt')
    .replace('period: P60M\n        quote: { line: 32, text: Client', 'period: P36M\n        quote: { line: 32, text: Client')
    .replace('  - recipients.*.name\n', '')
    .replace('  - activities.campaigns.retention.1.anchor\n', '');
}

describe('habeas register lint', () => {
  it('PRF-04: prints each lint with its line, article and remedy, and ends with 3', async () => {
    const file = registerFile('hostel-association');
    const { exitCode, out } = await lint(file);
    expect(exitCode).toBe(3);
    const line = readFileSync(file, 'utf8').split('\n').indexOf('  policyRequires: id_copy') + 1;
    expect(out).toContain(`${file}:${String(line)}:3: ID_SYSTEMATIC (warning, Art. 12(6))\n  The policy demands`);
    expect(out.match(/^\S+: [A-Z][A-Z0-9_]+ \(/gmu)).toHaveLength(5);
    expect(out).toMatch(/: 5 lints; 5 assumptions to be confirmed \(--json lists them\)$/u);
  });

  it('ends with 0 where there is no lint', async () => {
    const run = await lint(variant('mended.register.yaml', mended));
    expect(run).toMatchObject({ exitCode: 0, err: '', out: expect.stringContaining('no lints; 5 assumptions') });
  });

  it('finds in the example of docs/register.md what its comments say', async () => {
    const run = await lint(example('example.register.yaml', (text) => text));
    expect(run.err).toBe('');
    expect([...run.out.matchAll(/: ([A-Z][A-Z0-9_]+) \(/gu)].map(([, id]) => id)).toEqual([
      'ID_SYSTEMATIC',
      'RIGHT_OMITTED',
      'PORT_NARROW',
    ]);
    expect(run.out).toMatch(/: 3 lints; 1 assumption to be confirmed/u);
  });

  it('counts one as one, and says nothing of assumptions where there are none', async () => {
    const file = example('one.register.yaml', (text) =>
      text
        .replace('policyRequires: id_copy', 'policyRequires: none')
        .replace('bases: [consent]', 'bases: [consent, contract]')
        .replace(', assumed: true, reason: The policy names the authority only.', ''),
    );
    expect((await lint(file)).out).toMatch(/one\.register\.yaml: 1 lint$/u);
  });

  it('lints several files, and as JSON tells also what is assumed and unstated', async () => {
    const files = [registerFile('assistance-network'), registerFile('hostel-association')];
    const { exitCode, out } = await lint('--json', ...files);
    const { registers } = JSON.parse(out) as { registers: readonly Record<string, unknown>[] };
    expect(exitCode).toBe(3);
    expect(registers.map(({ file }) => file)).toEqual(files);
    expect(registers[0]).toMatchObject({
      controller: '001_791a74bf995da1a6',
      lints: expect.arrayContaining([
        expect.objectContaining({
          id: 'TRANSFER_NO_SAFEGUARD',
          severity: 'blocking',
          article: 'Art. 15(2), 46',
          path: 'recipients.wafa_ima_assistance',
          line: expect.any(Number),
        }),
      ]),
      assumptions: expect.arrayContaining([
        { path: 'supervisoryAuthority.contact', line: expect.any(Number), reason: expect.any(String) },
      ]),
      unstated: expect.arrayContaining([{ item: 'rights' }]),
    });
  });

  it('PRF-01: ends with 2 and all faults of all files where one is faulty, and lints none', async () => {
    const faulty = variant('faulty.register.yaml', (text) => text.replace('  - recipients.*.name\n', ''));
    const unknown = variant('unknown.register.yaml', (text) => text.replace('timeZone:', 'timezone:'));
    const run = await lint(registerFile('assess-manager'), faulty, unknown, desk.path('nowhere.register.yaml'));
    expect(run).toMatchObject({ exitCode: 2, out: '' });
    expect(run.err).toMatch(/faulty\.register\.yaml:\d+:\d+: recipients\.subsidiaries\.name: .*Art\. 15\(1\)\(c\) GDPR/u);
    expect(run.err).toMatch(/unknown\.register\.yaml:\d+:1: timezone: .*did you mean "timeZone"/u);
    expect(run.err).toContain('nowhere.register.yaml: there is no such file');
  });

  it('ends with 2 where no file is named', async () => {
    expect((await lint()).exitCode).toBe(2);
  });
});
