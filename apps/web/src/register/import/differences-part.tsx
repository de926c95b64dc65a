import type { ReactElement } from 'react';
import { Cards } from '../../parts/cards.js';
import { knownWord } from '../../words/known-word.js';
import { useSpeech } from '../../words/use-speech.js';
import type { ComparedActivity, Comparison, PartDifference } from './read-workbook.js';

/** What a workbook says otherwise than the register here: in the template’s own words, since both were taken through it. */
export function DifferencesPart({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { say } = useSpeech();
  const { controller, both, added, missing } = comparison;
  const changed = both.filter(({ parts, idHere }) => parts.length > 0 || idHere !== undefined);
  const isSame = controller.length + changed.length + added.length + missing.length === 0;
  return (
    <>
      <h3>{say('import.differences')}</h3>
      {isSame ? <p>{say('import.noDifference')}</p> : null}
      {controller.length === 0 ? null : <Parts title={say('import.controller')} parts={controller} />}
      {changed.map((activity) => (
        <Changed key={activity.id} activity={activity} />
      ))}
      <Missing missing={missing} />
    </>
  );
}

function Changed({ activity: { id, idHere, title, parts } }: { readonly activity: ComparedActivity }): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Parts title={title} parts={parts} />
      {idHere === undefined ? null : <p className="fault">{say('import.idHere', { id, here: idHere })}</p>}
    </>
  );
}

function Parts({ title, parts }: { readonly title: string; readonly parts: readonly PartDifference[] }): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <h4>
        <bdi>{title}</bdi>
      </h4>
      {parts.length === 0 ? null : (
        <Cards
          label={title}
          rows={parts}
          keyOf={({ part }) => part}
          columns={[
            { title: say('import.part'), cell: ({ part }) => <PartName part={part} /> },
            { title: say('import.here'), cell: ({ onlyHere }) => <Lines lines={onlyHere} /> },
            { title: say('import.inFile'), cell: ({ onlyInFile }) => <Lines lines={onlyInFile} /> },
          ]}
        />
      )}
    </>
  );
}

function PartName({ part }: Pick<PartDifference, 'part'>): ReactElement {
  const { say } = useSpeech();
  const word = knownWord('templatePart', part);
  return <>{word === undefined ? part : say(word)}</>;
}

/** The template speaks French. */
function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  const { say } = useSpeech();
  if (lines.length === 0) return <span className="soft">{say('import.nothing')}</span>;
  return (
    <ul className="plain-list" lang="fr">
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Missing({ missing }: Pick<Comparison, 'missing'>): ReactElement | null {
  const { say } = useSpeech();
  if (missing.length === 0) return null;
  return (
    <>
      <h4>{say('import.missing', { count: missing.length })}</h4>
      <ul>
        {missing.map(({ id, title }) => (
          <li key={id}>
            <bdi lang="fr">{title}</bdi> <code>{id}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
