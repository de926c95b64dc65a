import { describe, expect, it } from '@jest/globals';
import { CRM, fakeFindings, IDENTIFIER, ledgerEntry, MATCH } from '../../test/fake-findings.js';
import { customers, someFindings } from '../../test/making.js';
import { made, read, useFolder } from '../../test/workshop.js';
import { verifyArchive } from '../index.js';

useFolder();

describe('provenance', () => {
  const queued = { ...MATCH, id: 'm2', recordId: '99', decision: 'queued' as const, tier: 'C' as const };
  const learnt = {
    ...IDENTIFIER,
    id: 'i2',
    value: 'someone@example.org',
    status: 'ambiguous' as const,
    learntFrom: { match: 'm2', field: 'customer.email' },
  };

  it('tells nothing of a match that waits for a decision but that there is one', async () => {
    const findings = fakeFindings([customers({ ledger: { queued: 1 } })], {
      matches: [MATCH, queued],
      identifiers: [IDENTIFIER, learnt],
      complete: false,
    });
    const zip = await made({}, findings);
    expect(read(zip, 'data/provenance/matches.csv')).toBe(
      'match,source,collection,record,round,tier,reasons\r\nm1,shop,customer,7,1,A,"[""verified-exact""]"\r\n',
    );
    expect(read(zip, 'data/provenance/identifiers.csv')).not.toContain('someone');
    expect(read(zip, 'data/provenance/withheld.csv')).toBe(
      'source,collection,field,ground,right,marked,explanation,count\r\n' +
        'shop,customer,password,secret,,,"A credential, such as the fingerprint of a password: whoever had it could pass for you.",\r\n' +
        'shop,customer,,under-review,,,A person has yet to decide whether these records are about you.,1\r\n',
    );
    expect(read(zip, 'README.html')).toContain('1 possible match waits for a person&#39;s decision');
  });

  it('tells where an identifier was learnt, when that is included', async () => {
    const found = {
      ...IDENTIFIER,
      id: 'i2',
      value: '+33612345678',
      kind: 'phone' as const,
      status: 'derived' as const,
      round: 2,
      learntFrom: { match: 'm1', field: 'customer.phone' },
    };
    const zip = await made({}, someFindings({ identifiers: [IDENTIFIER, found] }));
    expect(read(zip, 'data/provenance/identifiers.csv').split('\r\n')[2]).toBe(
      "i2,phone,,'+33612345678,derived,2,m1,customer.phone",
    );
  });

  it('lists every place that was searched, with what went wrong there', async () => {
    const down = ledgerEntry(CRM, 'contact', {
      outcome: 'failed',
      blocking: true,
      problem: { errorClass: 'transient', message: 'the server <b>is</b> down', remedy: 'Start it.' },
      gaps: ['archived contacts'],
    });
    const zip = await made({}, someFindings({ ledger: [down], complete: false }));
    expect(read(zip, 'data/provenance/ledger.csv')).toContain('crm,contact,Customer <file>,postgres,0.1.0,failed,true');
    const page = read(zip, 'README.html');
    expect(page).toContain('<bdi>Customer &lt;file&gt;</bdi>');
    expect(page).toContain('Stopped by a fault');
    expect(page).toContain('<bdi>the server &lt;b&gt;is&lt;/b&gt; down</bdi><br><bdi>archived contacts</bdi>');
    expect(page).toContain('class="banner"');
    expect(await verifyArchive(zip)).toMatchObject({ ok: true, complete: false });
  });
});
