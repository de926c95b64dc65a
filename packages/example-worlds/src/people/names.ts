import { pair, spell, type Spelling } from './spelling.js';

/** Names that go together: nobody is called Jürgen Wójcik by chance alone. */
export interface NameCulture {
  readonly id: string;
  readonly language: string;
  readonly country: string;
  readonly given: readonly Spelling[];
  readonly family: readonly Spelling[];
}

/** The cultures that the synthetic people come from: accents, particles, hyphens, apostrophes and other scripts. */
export const NAME_CULTURES: readonly NameCulture[] = [
  {
    id: 'french',
    language: 'fr',
    country: 'FR',
    given: spell(
      'Amélie Aurélien Benoît Céline Chloé Damien Élodie Émile Fabien Françoise Gaëlle Geneviève Hélène Hervé Inès Jérôme ' +
        'Jean-Baptiste Laëtitia Loïc Lucie Margaux Marie-Claude Mathis Noémie Océane Pascal Raphaël Rémi Solène Théo Valérie Yann',
    ),
    family: spell(
      "Aubert Bénard Bertrand Chevallier Couturier d'Aubigné de~la~Tour Delaunay du~Plessis Fabre Faure Garnier Gauthier " +
        "Guérin Hébert Jacquet Lacroix Le~Goff Lefebvre Lemoine L'Hermite Mercier Morvan Nguyên Perrin Picard Pélissier " +
        'Quéré Rolland Saint-Martin Tessier Vasseur',
    ),
  },
  {
    id: 'english',
    language: 'en',
    country: 'GB',
    given: spell(
      'Alice Andrew Beatrice Charlotte Daniel Edward Eleanor Fiona George Hannah Imogen Jack Katherine Liam Mary-Ann Nigel ' +
        'Olivia Patrick Rebecca Siân Thomas Una Violet William',
    ),
    family: spell(
      "Abbott Barker Carmichael Davies Ellsworth Fitz-Gerald Greene Hughes Iveson Jennings Kirkpatrick Lloyd McAllister O'Brien " +
        "O'Sullivan Parsons Quigley Rhys-Jones Shaw Thornbury Underwood Vaughan Whitaker Yardley",
    ),
  },
  {
    id: 'european',
    language: 'en',
    country: 'DE',
    given: spell(
      'Agnieszka Björn Çağla Dagmar Eirik Françesc Giorgia Håkon Ilse Joaquín Jürgen Katarína Łukasz Mária Nuño Ødegård Paweł ' +
        'Renée Søren Szabolcs Tomáš Ursula Věra Zoë',
    ),
    family: spell(
      'Ångström Bjørnstad Çelik de~Vries dos~Santos Echeverría Fernández~Gómez Grünwald Horváth Íñiguez Jørgensen Kowalczyk ' +
        'Lindqvist Müller-Lüdenscheidt Nováková Øverland Pérez~de~la~Cruz Rossi Schäfer Strauß Tóth van~den~Berg van~der~Meer ' +
        'von~der~Heide Wójcik Žižka',
    ),
  },
  {
    id: 'african',
    language: 'fr',
    country: 'SN',
    given: spell("Abdoulaye Adaeze Aïssatou Chinedu Fatoumata Kwabena Mamadou N'Deye Oumar Rokhaya Wanjirũ Yewande"),
    family: spell("Adébáyò Ba Diallo Mensah-Bonsu Mwangi N'Diaye Okonkwo Sarr Sow Traoré"),
  },
  {
    id: 'slavic',
    language: 'en',
    country: 'BG',
    given: pair('Анна=anna Борис=boris Дмитрий=dmitri Елена=elena Николай=nikolai Ольга=olga Сергей=sergei Юлия=yulia'),
    family: pair('Иванова=ivanova Петров=petrov Кузнецова=kuznetsova Соколов=sokolov Димитрова=dimitrova Шевченко=shevchenko'),
  },
  {
    id: 'greek',
    language: 'en',
    country: 'GR',
    given: pair('Γιώργος=giorgos Ελένη=eleni Κώστας=kostas Μαρία=maria Σοφία=sofia'),
    family: pair('Παπαδόπουλος=papadopoulos Νικολάου=nikolaou Οικονόμου=oikonomou Γεωργίου=georgiou'),
  },
  {
    id: 'eastern',
    language: 'en',
    country: 'JP',
    given: pair('芳=fang 伟=wei 花子=hanako 太郎=taro 지영=jiyoung 민수=minsu'),
    family: pair('王=wang 李=li 山田=yamada 佐藤=sato 김=kim 박=park'),
  },
  {
    id: 'semitic',
    language: 'en',
    country: 'MA',
    given: pair('محمد=mohamed فاطمة=fatima يوسف=youssef ליאור=lior נועה=noa'),
    family: pair('العلوي=alaoui بنعلي=benali الفاسي=elfassi כהן=cohen לוי=levi'),
  },
];
