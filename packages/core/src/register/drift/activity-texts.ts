import type { DriftTexts } from './drift-finding.js';

/** What is said of drift between the activities of a register and the collections that serve them. */
export const ACTIVITY_TEXTS = {
  nowhere: {
    what: {
      en: 'No collection serves the activity "{activity}": what it holds is nowhere that is searched.',
      fr: 'Aucune collection ne sert l’activité « {activity} » : ses données ne sont nulle part où l’on cherche.',
    },
    remedy: {
      en: 'Connect the system that holds its data; where they are on paper, name it under systems with manual: true; where it is over, remove it.',
      fr: 'Raccordez le système qui contient ses données ; si elles sont sur papier, nommez-le sous systems avec manual: true ; si elle a cessé, retirez-la.',
    },
  },
  unnamed: {
    what: {
      en: 'The collection holds data of people and names no activity: why, for how long and for whom they are held is not known.',
      fr: 'La collection contient des données de personnes et n’indique aucune activité : on ne sait ni pourquoi, ni combien de temps, ni pour qui elles sont détenues.',
    },
    remedy: {
      en: 'Name the activity of the register that it serves in the data map, and add one where there is none.',
      fr: 'Indiquez dans la carte l’activité du registre qu’elle sert, et ajoutez-en une s’il n’y en a pas.',
    },
  },
  unknown: {
    what: {
      en: 'The collection serves an activity "{activity}" that the register does not have.',
      fr: 'La collection sert une activité « {activity} » que le registre n’a pas.',
    },
    remedy: {
      en: 'Add the activity to the register, or correct its name in the data map.',
      fr: 'Ajoutez l’activité au registre, ou corrigez son nom dans la carte.',
    },
  },
  categoryUndeclared: {
    what: {
      en: 'The activity "{activity}" does not declare data of the category {category}, and they are held.',
      fr: 'L’activité « {activity} » ne déclare pas de données de la catégorie {category}, et il en est détenu.',
    },
    remedy: {
      en: 'Declare them among the fields of the activity, as its policy has to, or stop holding them.',
      fr: 'Déclarez-les parmi les champs de l’activité, comme doit le faire la politique, ou cessez de les détenir.',
    },
  },
  categoryNowhere: {
    what: {
      en: 'The activity "{activity}" declares data of the category {category}, and no field of its collections holds them.',
      fr: 'L’activité « {activity} » déclare des données de la catégorie {category}, et aucun champ de ses collections n’en contient.',
    },
    remedy: {
      en: 'Find where they are held and connect it, correct the category of the field that holds them, or remove them from the register.',
      fr: 'Trouvez où elles sont détenues et raccordez-le, corrigez la catégorie du champ qui les contient, ou retirez-les du registre.',
    },
  },
} as const satisfies Readonly<Record<string, DriftTexts>>;
