import type { DriftTexts } from './drift-finding.js';

/** What is said of drift between a source and its data map. */
export const SCHEMA_TEXTS = {
  unreached: {
    what: {
      en: 'The source could not be looked at, so nothing is known of what it holds: {message}',
      fr: 'La source n’a pas pu être examinée ; on ne sait donc rien de ce qu’elle contient : {message}',
    },
    remedy: {
      en: '{remedy}Look again when it can be reached; until then this is no statement that there is no drift.',
      fr: '{remedy}Recommencez quand elle répond ; d’ici là, rien ne permet de dire qu’il n’y a pas d’écart.',
    },
  },
  unread: {
    what: {
      en: 'The account of Habeas may not read this collection, so it is neither searched nor compared: {message}',
      fr: 'Le compte de Habeas n’a pas le droit de lire cette collection ; elle n’est ni fouillée ni comparée : {message}',
    },
    remedy: {
      en: 'Grant the account the right to read it, and look again.',
      fr: 'Donnez au compte le droit de la lire, puis recommencez.',
    },
  },
  tableUnmapped: {
    what: {
      en: 'The source has a table that is in no data map: it is not searched.',
      fr: 'La source a une table qu’aucune carte des données ne mentionne : elle n’est pas fouillée.',
    },
    remedy: {
      en: 'Add it to the data map with the activity it serves, or list it under unmapped with the reason why nobody is in it.',
      fr: 'Ajoutez-la à la carte avec l’activité qu’elle sert, ou inscrivez-la sous unmapped avec la raison pour laquelle elle ne contient personne.',
    },
  },
  tableGone: {
    what: {
      en: 'The data map declares the table "{table}", and the source has none of that name: it was removed or renamed.',
      fr: 'La carte déclare la table « {table} », et la source n’en a pas de ce nom : elle a été supprimée ou renommée.',
    },
    remedy: {
      en: 'Correct its name in the data map. If it was removed, remove it there too, and ask where its data went.',
      fr: 'Corrigez son nom dans la carte. Si elle a été supprimée, retirez-la aussi de la carte, et demandez où sont passées ses données.',
    },
  },
  columnUnmapped: {
    what: {
      en: 'The table has columns that the data map does not know: they are delivered, and nobody has said what they hold.',
      fr: 'La table a des colonnes que la carte ne connaît pas : elles sont communiquées, et personne n’a dit ce qu’elles contiennent.',
    },
    remedy: {
      en: 'Describe each in the data map: title, category, origin, and special where it tells of health or beliefs.',
      fr: 'Décrivez chacune dans la carte : titre, catégorie, origine, et special si elle révèle la santé ou des convictions.',
    },
  },
  columnGone: {
    what: {
      en: 'The data map declares the column "{column}", and the table has none of that name: the collection cannot be searched.',
      fr: 'La carte déclare la colonne « {column} », et la table n’en a pas de ce nom : la collection ne peut pas être fouillée.',
    },
    remedy: {
      en: 'Correct the name of the column in the data map, or remove the field there.',
      fr: 'Corrigez le nom de la colonne dans la carte, ou retirez-en le champ.',
    },
  },
  unfit: {
    what: {
      en: 'The collection is not as its data map says: {message}',
      fr: 'La collection n’est pas telle que sa carte la décrit : {message}',
    },
    remedy: {
      en: 'Mend the data map; habeas sources check says what fits.',
      fr: 'Corrigez la carte ; habeas sources check dit ce qui convient.',
    },
  },
} as const satisfies Readonly<Record<string, DriftTexts>>;
