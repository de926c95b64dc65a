import { describe, expect, it } from '@jest/globals';
import { registerFaults } from '@habeas/core/law';
import type { ImportedRegister } from './exchange.js';
import { importRegister } from './import-register.js';
import { KEPT_RECORD } from './testing/kept-record.js';
import type { Sheet } from './workbook/workbook.js';
import { writeOds } from './workbook/write-ods.js';

const importOds = async (...sheets: readonly Sheet[]): Promise<ImportedRegister> =>
  importRegister(await writeOds(sheets), { format: 'ods', file: 'register.ods' });

const gapsAt = ({ gaps }: ImportedRegister): readonly string[] =>
  gaps.flatMap(({ where, what }) => (where === undefined ? [] : [`${where.cell}: ${what}`]));

describe('importRegister (PRF-01, PRF-03)', () => {
  it('understands a record whatever the order, case and accents of its labels, with rows and columns of its own', async () => {
    const { draft, activities } = await importOds({ name: 'Notice', rows: [['Lisez-moi', 'bien']] }, KEPT_RECORD);
    expect(activities).toEqual([{ id: 'adhesions', reference: '001', createdOn: '2026-03-08' }]);
    expect(draft.controller).toEqual({
      name: 'Example Association',
      address: '1 rue Exemple, 75004 Paris',
      country: 'FR',
      representative: 'Dominique Exemple',
    });
    expect(draft.contacts).toEqual({ dpo: { email: 'dpo@association.example' } });
    expect(draft.security?.text.fr).toBe('Chiffrement : Logiciel : Disques chiffrés\nSauvegardes');
    expect(Object.values(draft.subjects).map(({ title }) => title.fr)).toEqual(['Membres (adultes)', 'Salariés']);
    const { purposes = {} } = draft.activities['adhesions'] ?? {};
    expect(Object.values(purposes).map(({ title, bases }) => [title.fr, bases?.map(({ basis }) => basis)])).toEqual([
      ['Gérer les adhésions', ['contract', 'legitimate_interest']],
      ['Informer les membres', ['contract', 'legitimate_interest']],
    ]);
  });

  it('takes a line for a kind of data, and its row for what it tells', async () => {
    const { draft } = await importOds(KEPT_RECORD);
    const fields = Object.values(draft.activities['adhesions']?.fields ?? {});
    expect(fields.map(({ title, category, special, assumed }) => [title.fr, category, special, assumed])).toEqual([
      ['Nom, prénom', 'pd:Identifying', undefined, true],
      ['Adresse', 'pd:Identifying', undefined, true],
      ['Données de connexion', 'pd:BrowsingBehaviour', undefined, true],
      ['Photos', 'x:Uncategorised', undefined, true],
      ['Données révélant les convictions religieuses ou philosophiques', 'pd:Religion', ['religion', 'philosophy'], true],
      ['Un secret', 'x:Uncategorised', undefined, true],
    ]);
  });

  it('keeps a period in words as the criterion, with the one period that it names', async () => {
    const { draft } = await importOds(KEPT_RECORD);
    const rules = draft.activities['adhesions']?.retention ?? [];
    expect(rules.map(({ fields, period, criterion }) => [fields, period?.length, criterion?.text.fr])).toEqual([
      [['nom_prenom', 'adresse', 'donnees_revelant_les_convictions'], 'P2Y', '2 ans après la fin de l’adhésion'],
      [['donnees_de_connexion'], 'P6M', undefined],
      [['photos'], undefined, 'Variable selon 2 ans ou 3 ans'],
    ]);
  });

  it('places recipients outside the Area, with what protects the data there', async () => {
    const { draft } = await importOds(KEPT_RECORD);
    expect(Object.values(draft.recipients)).toEqual([
      expect.objectContaining({ role: 'internal' }),
      {
        title: { en: 'Example Hosting', fr: 'Example Hosting' },
        role: 'processor',
        location: { in: ['US'] },
        safeguard: { type: 'standard_clauses', copyFrom: 'https://hosting.example/cct' },
      },
      expect.objectContaining({ role: 'third_party', assumed: true, location: { in: ['CH'] } }),
      expect.objectContaining({
        role: 'third_party',
        assumed: true,
        title: expect.objectContaining({ fr: 'Example Analytics' }),
      }),
    ]);
  });

  it('says of everything that it did not understand in which cell it stands', async () => {
    const imported = await importOds(KEPT_RECORD);
    expect(gapsAt(imported)).toEqual([
      'E4: nothing says what this column holds: the cell is not imported',
      'A13: "Service chargé" is no label of the template: what stands beside it is not imported',
      'A17: "Société du DPO" is no label of the template: what stands beside it is not imported',
      'C33: it says that data are sensitive, and not which kind of Art. 9 or 10 they are',
      'C6: nothing here says whether the recipient is internal, a processor or a third party: it is taken for a third party',
      'B39: this recipient stands among the transfers only',
      'C39: this names no country that is understood',
      'D39: this names no safeguard of Art. 45 to 49 GDPR that is understood',
      'C40: a transfer is told, and not to whom: it is not imported',
      'E41: a document is named, and not which safeguard it is: it is not imported',
      'E27: the period is understood as P2Y, and not from which moment it runs: that is kept in words',
      'E30: no single period is understood here: the text is kept as what determines the end',
      'E32: the period is understood as P2Y, and not from which moment it runs: that is kept in words',
      'C12: this is no day that is understood',
      'G15: a register has no place for how the controller is reached',
      'H15: a register has no place for how the controller is reached',
    ]);
  });

  it('is sound as a file, and lists as unstated what the file does not say', async () => {
    const { draft } = await importOds(KEPT_RECORD);
    expect(registerFaults(draft)).toEqual([]);
    expect(draft.unstated).toEqual(
      expect.arrayContaining([{ item: 'rights' }, { item: 'activities.*.adm' }, { item: 'activities.*.article9' }]),
    );
  });
});
