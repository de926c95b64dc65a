import { describe, expect, it } from '@jest/globals';
import type { ImportedRegister } from './exchange.js';
import { importRegister } from './import-register.js';
import { KEPT_RECORD } from './testing/kept-record.js';
import type { Sheet } from './workbook/workbook.js';
import { writeOds } from './workbook/write-ods.js';

const importOds = async (...sheets: readonly Sheet[]): Promise<ImportedRegister> =>
  importRegister(await writeOds(sheets), { format: 'ods', file: 'register.ods' });

const gapsAt = ({ gaps }: ImportedRegister): readonly string[] =>
  gaps.flatMap(({ where, what }) => (where === undefined ? [] : [`${where.cell}: ${what}`]));

const csv = (...rows: readonly string[]): Promise<ImportedRegister> =>
  importRegister(Buffer.from(rows.join('\r\n'), 'utf8'), { format: 'csv', file: 'register.csv' });

describe('importRegister of a list', () => {
  const list: Sheet = {
    name: 'Liste',
    rows: [
      ['Acteurs', 'Nom', 'Pays'],
      ['Responsable du traitement', 'Example Association', 'Belgique'],
      [],
      ['N°', 'Nom du traitement', 'Finalité principale', 'Données sensibles', 'Responsable(s) conjoint(s)'],
      ['001', 'Adhésions', 'Une autre', 'Oui', ''],
      ['002', 'Lettre', 'Informer', 'Oui', 'Example Partner'],
      ['003', '', 'Rien'],
    ],
  };

  it('takes what a record tells from the record, and says of what is only listed that its record is missing', async () => {
    const imported = await importOds(list, KEPT_RECORD);
    const { adhesions, lettre } = imported.draft.activities;
    expect(Object.values(adhesions?.purposes ?? {}).map(({ title }) => title.fr)).toContain('Gérer les adhésions');
    expect(lettre).toMatchObject({ role: { is: 'joint' }, title: { fr: 'Lettre' } });
    expect(imported.draft.controller).toMatchObject({
      name: 'Example Association',
      country: 'BE',
      jointWith: ['Example Partner'],
    });
    expect(gapsAt(imported)).toEqual(
      expect.arrayContaining([
        'B6: this activity is listed and has no sheet of its own: only what the list says is imported',
        'A7: this row has no name of an activity: it is not imported',
        'D6: it says that data are sensitive, and not which kind of Art. 9 or 10 they are',
      ]),
    );
  });

  it('calls a record as its sheet where it has no name, and leaves one alone that nobody has filled in', async () => {
    const blank: Sheet = { name: 'Modèle', rows: [['Nom du traitement'], ['N° / RÉF'], ['Finalité principale']] };
    const nameless: Sheet = {
      name: 'Paie',
      rows: [
        ['N° / RÉF', 'T-1'],
        ['Finalité principale', 'Payer'],
      ],
    };
    const imported = await importOds(blank, nameless);
    expect(imported.activities).toEqual([{ id: 'paie', reference: 'T-1' }]);
    expect(gapsAt(imported)).toContain('A1: this record names no activity: it is called as its sheet');
    expect(imported.draft.controller).toMatchObject({ name: '?', assumed: true, country: 'FR' });
  });

  it('says that two records name two controllers, and that measures differ', async () => {
    const other: Sheet = {
      name: 'Autre',
      rows: [
        ['Nom du traitement', 'Paie'],
        ['Finalité principale', 'Payer'],
        ['Responsable du traitement', 'Another Company', '2 rue Exemple', '', '', 'Narnia'],
        ['Mesures de sécurité', 'Coffre-fort'],
      ],
    };
    const { gaps } = await importOds(KEPT_RECORD, other);
    const said = gaps.map(({ what }) => what);
    expect(said).toContain('another one is named here than before: the first is imported');
    expect(said).toContainEqual(expect.stringContaining('the security measures differ between activities'));
  });

  it('reads a published table: one row for each activity, unnumbered columns with several lines', async () => {
    const { draft, gaps } = await csv(
      'Nom du traitement,Finalités,Base légale,Catégories de données,Durée de conservation,Personnes concernées,Destinataires,Sous-traitants,Transferts hors UE',
      'Recrutement,"Trier\nRépondre",Consentement,"CV\nLettre",2 ans,Candidats,"Direction\nNom : Example Director\nPays : Maroc",Example Cloud,Aucun',
      'Paie,,Obligation morale,Salaire,5 ans,Salariés,Aucun,,',
    );
    const { recrutement, paie } = draft.activities;
    expect(Object.keys(recrutement?.purposes ?? {})).toEqual(['trier', 'repondre']);
    expect(Object.keys(recrutement?.fields ?? {})).toEqual(['cv', 'lettre']);
    expect(recrutement?.retention).toEqual([{ period: { length: 'P2Y' } }]);
    expect(recrutement?.recipients).toEqual(['example_director', 'example_cloud']);
    expect(draft.recipients['example_director']).toMatchObject({ name: 'Example Director', location: { in: ['MA'] } });
    expect(draft.recipients['example_cloud']).toMatchObject({ role: 'processor' });
    expect(paie).toMatchObject({ recipients: [] });
    expect(gaps.map(({ what }) => what)).toContain('this names no legal basis of Art. 6(1) GDPR that is understood');
  });

  it('says of a basis beside no purpose that it is not imported, and of people that no activity names', async () => {
    const { gaps } = await csv(
      "Nom du traitement;Finalité principale – Base légale;Données de connexion – Description;Données de connexion – Délai d'effacement",
      'Journaux;Contrat;Adresses IP;pour : «Clients» ; 6 mois',
    );
    expect(gaps.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'a legal basis is given, and no purpose beside it: it is not imported',
        'the period is of people that this activity does not name',
      ]),
    );
  });
});
