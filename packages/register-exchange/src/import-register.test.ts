import { describe, expect, it } from '@jest/globals';
import { registerFaults } from '@habeas/core/law';
import type { ImportedRegister } from './exchange.js';
import { importRegister } from './import-register.js';
import type { Sheet } from './workbook/workbook.js';
import { writeOds } from './workbook/write-ods.js';

/** A record as a controller keeps it: other labels, another order, columns and rows of its own. */
const RECORD: Sheet = {
  name: 'Fiche 1',
  rows: [
    ['Modèle de fiche de registre', '', 'ref-001'],
    ['Cet onglet est une aide, que personne ne lit.'],
    ['DESTINATAIRES', '', 'PRÉCISIONS', 'Type de destinataire', 'Commentaires'],
    ['Destinataire 1', '', 'Service des adhésions', 'Service interne qui traite les données', 'à revoir'],
    ['Destinataire 2', '', 'Example Hosting', 'Sous-traitant'],
    ['Destinataire 3', '', 'Une fédération'],
    [],
    ['Description du traitement'],
    ['NOM DU TRAITEMENT', '', 'Adhésions'],
    ['N° / REF', '', '001'],
    ['Date de creation du traitement', '', '08/03/2026'],
    ['Derniere mise a jour', '', '31/02/2026'],
    ['Service chargé', '', 'Vie associative'],
    ['Acteurs', 'Nom', 'Adresse', 'Code postal', 'Ville', 'Pays', 'Tél', 'Adresse mél'],
    [
      'Responsable du traitement',
      'Example Association',
      '1 rue Exemple',
      '75004',
      'Paris',
      'france',
      '01 00 00 00 00',
      'a@association.example',
    ],
    ['Délégué à la protection des données', '-', '', '', '', '', '', 'dpo@association.example'],
    ['Société du DPO', 'Example Conseil'],
    ['Représentant', 'Dominique Exemple'],
    ['Finalité(s) du traitement effectué'],
    ['Finalite principale', '', 'Gérer les adhésions'],
    ['Sous-finalité 1', '', 'Informer les membres'],
    ['Base légale', '', 'Contrat ; Intérêt légitime'],
    ['Mesures de sécurité', 'Type', 'Précisions'],
    ['Chiffrement', 'Logiciel', 'Disques chiffrés'],
    ['Mesure 2', '', 'Sauvegardes'],
    ['Catégories de données personnelles concernées', '', 'Description', '', 'Durée de conservation'],
    [
      "Etat civil, identité, données d'identification, images...",
      '',
      '- Nom, prénom\n- Adresse',
      '',
      '2 ans après la fin de l’adhésion',
    ],
    ['Vie personnelle', '', 'Néant', '', ''],
    ['Données de connexion', '', '', '', '6 mois'],
    ['Autres catégories de données', '', 'Photos', '', 'Variable selon 2 ans ou 3 ans'],
    ['Données sensibles', '', 'Description', '', 'Durée de conservation'],
    ['Données révélant les convictions religieuses ou philosophiques', '', 'Oui', '', '2 ans après la fin de l’adhésion'],
    ['Autre', '', 'Un secret', '', ''],
    ['Catégories de personnes concernées', 'Description', 'Précisions'],
    ['Catégorie de personnes 1', 'Membres', 'adultes'],
    ['Salariés', 'Oui'],
    ['Transferts hors UE', 'Destinataire', 'Pays', 'Type de garanties', 'Lien vers la doc'],
    [
      'Organisme destinataire 1',
      'Example Hosting',
      'États-Unis',
      'Clauses contractuelles types (CCT)',
      'https://hosting.example/cct',
    ],
    ['Organisme destinataire 2', 'Example Analytics', 'Atlantide', 'Bonne volonté'],
    ['Organisme destinataire 3', '', 'Maroc'],
    ['Organisme destinataire 4', 'Une fédération', 'SUISSE', '', 'https://federation.example'],
    ['', '', 'texte sans étiquette'],
  ],
};

const importOds = async (...sheets: readonly Sheet[]): Promise<ImportedRegister> =>
  importRegister(await writeOds(sheets), { format: 'ods', file: 'register.ods' });

const gapsAt = ({ gaps }: ImportedRegister): readonly string[] =>
  gaps.flatMap(({ where, what }) => (where === undefined ? [] : [`${where.cell}: ${what}`]));

const csv = (...rows: readonly string[]): Promise<ImportedRegister> =>
  importRegister(Buffer.from(rows.join('\r\n'), 'utf8'), { format: 'csv', file: 'register.csv' });

describe('importRegister (PRF-01, PRF-03)', () => {
  it('understands a record whatever the order, case and accents of its labels, with rows and columns of its own', async () => {
    const { draft, activities } = await importOds({ name: 'Notice', rows: [['Lisez-moi', 'bien']] }, RECORD);
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
    const { draft } = await importOds(RECORD);
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
    const { draft } = await importOds(RECORD);
    const rules = draft.activities['adhesions']?.retention ?? [];
    expect(rules.map(({ fields, period, criterion }) => [fields, period?.length, criterion?.text.fr])).toEqual([
      [['nom_prenom', 'adresse', 'donnees_revelant_les_convictions'], 'P2Y', '2 ans après la fin de l’adhésion'],
      [['donnees_de_connexion'], 'P6M', undefined],
      [['photos'], undefined, 'Variable selon 2 ans ou 3 ans'],
    ]);
  });

  it('places recipients outside the Area, with what protects the data there', async () => {
    const { draft } = await importOds(RECORD);
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
    const imported = await importOds(RECORD);
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
    const { draft } = await importOds(RECORD);
    expect(registerFaults(draft)).toEqual([]);
    expect(draft.unstated).toEqual(
      expect.arrayContaining([{ item: 'rights' }, { item: 'activities.*.adm' }, { item: 'activities.*.article9' }]),
    );
  });
});

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
    const imported = await importOds(list, RECORD);
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
    const { gaps } = await importOds(RECORD, other);
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
