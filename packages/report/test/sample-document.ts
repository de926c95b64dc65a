import type { ReadableDocument } from '../src/document/document.js';
import { facts, flow, note, purposes, records, scripts, timeline } from './sample-blocks.js';

/** A document with every kind of block, about nobody: what the renderers are looked at with. */
export function sampleDocument(language: 'en' | 'fr', rows = 12): ReadableDocument {
  const isFrench = language === 'fr';
  const say = (en: string, fr: string): string => (isFrench ? fr : en);
  return {
    language,
    title: say('What we know about you, and why', 'Ce que nous savons de vous, et pourquoi'),
    author: say('Example Hostels Association', 'Association des auberges de l’exemple'),
    date: '2026-04-05',
    blocks: [
      {
        kind: 'paragraph',
        text: [
          say(
            'You asked on 12 March 2026 what we hold about you. ',
            'Vous avez demandé le 12 mars 2026 ce que nous détenons sur vous. ',
          ),
          { text: say('This is the whole answer.', 'Voici la réponse complète.'), style: 'strong' },
          say(
            ' The records themselves lie beside this file, in ',
            ' Les enregistrements se trouvent à côté de ce fichier, dans ',
          ),
          { text: 'README.html', style: 'code', href: 'README.html' },
          '.',
        ],
      },
      note('warning', say('Two systems did not answer', 'Deux systèmes n’ont pas répondu'), [
        {
          kind: 'paragraph',
          text: say(
            'We search them again and send what we find by 4 May 2026.',
            'Nous les interrogeons à nouveau et vous enverrons ce que nous trouverons d’ici au 4 mai 2026.',
          ),
        },
      ]),
      { kind: 'section', id: 'who', title: say('Who answers', 'Qui répond'), blocks: [facts(say)] },
      {
        kind: 'section',
        id: 'why',
        title: say('Why we use your data', 'Pourquoi nous utilisons vos données'),
        blocks: [
          {
            kind: 'section',
            id: 'stay',
            title: say('Your stays', 'Vos séjours'),
            blocks: [
              purposes(say),
              {
                kind: 'section',
                id: 'law',
                title: say('What the law says', 'Ce que dit la loi'),
                blocks: [
                  {
                    kind: 'paragraph',
                    text: say('Article 6(1)(b) of the Regulation.', 'Article 6, paragraphe 1, point b), du règlement.'),
                  },
                ],
              },
            ],
          },
          {
            kind: 'section',
            id: 'letters',
            title: say('Our newsletter', 'Notre lettre d’information'),
            blocks: [
              note('info', undefined, [
                {
                  kind: 'paragraph',
                  text: say(
                    'You can withdraw your consent at any time.',
                    'Vous pouvez retirer votre consentement à tout moment.',
                  ),
                },
              ]),
            ],
          },
        ],
      },
      { kind: 'section', id: 'to-whom', title: say('Who receives it', 'Qui les reçoit'), blocks: [flow(say)] },
      {
        kind: 'section',
        id: 'how-long',
        title: say('How long we keep it', 'Combien de temps nous les conservons'),
        blocks: [timeline(say)],
      },
      {
        kind: 'section',
        id: 'records',
        title: say('What we found', 'Ce que nous avons trouvé'),
        blocks: [records(say, rows), scripts(say)],
      },
      {
        kind: 'lines',
        align: 'end',
        lines: [
          say('Lyon, 5 April 2026', 'Lyon, le 5 avril 2026'),
          'Dominique Exemple',
          say('Data protection officer', 'Délégué à la protection des données'),
        ],
      },
    ],
  };
}
