import type { ReactElement } from 'react';
import { save } from '../../api/use-download.js';
import { useService } from '../../api/use-service.js';
import { Button } from '../../parts/button.js';
import { Cards } from '../../parts/cards.js';
import { useSpeech } from '../../words/use-speech.js';
import { Lints } from '../lints-part.js';
import { DifferencesPart } from './differences-part.js';
import type { Comparison, ImportGap, ReadActivity, ReadWorkbook } from './read-workbook.js';

interface ReadPartProps {
  /** Of the file. */
  readonly name: string;
  readonly read: ReadWorkbook;
}

/** What a workbook says: what was found, what is otherwise here, what was not understood, what is to be mended, and all of it as a file. */
export function ReadPart({ name, read }: ReadPartProps): ReactElement {
  const { say } = useSpeech();
  const { activities, comparison, gaps, yaml } = read;
  return (
    <>
      <h3>{say('import.read', { name })}</h3>
      <Activities activities={activities} comparison={comparison} label={say('import.read', { name })} />
      {comparison === undefined ? null : <DifferencesPart comparison={comparison} />}
      <Gaps gaps={gaps} />
      <h3>{say('import.lints')}</h3>
      <Lints register={read} />
      <YamlPart yaml={yaml} />
    </>
  );
}

interface ActivitiesProps {
  readonly label: string;
  readonly activities: readonly ReadActivity[];
  readonly comparison: Comparison | undefined;
}

function Activities({ label, activities, comparison }: ActivitiesProps): ReactElement {
  const { say, number } = useSpeech();
  const counts = ['purposes', 'data', 'subjects', 'recipients', 'rules'] as const;
  const against = { title: say('import.against'), cell: ({ id }: ReadActivity) => say(standingOf(id, comparison)) };
  return (
    <Cards
      label={label}
      rows={activities}
      keyOf={({ id }) => id}
      columns={[
        { title: say('register.activity'), cell: (activity) => <Name activity={activity} /> },
        ...counts.map((count) => ({
          title: say(`import.${count}`),
          isNumber: true,
          cell: (activity: ReadActivity) => number(activity[count]),
        })),
        ...(comparison === undefined ? [] : [against]),
      ]}
    />
  );
}

function standingOf(id: string, comparison: Comparison | undefined): 'import.changed' | 'import.new' | 'import.same' {
  const compared = comparison?.both.find((each) => each.id === id);
  if (compared === undefined) return 'import.new';
  return compared.parts.length === 0 && compared.idHere === undefined ? 'import.same' : 'import.changed';
}

function Name({ activity: { id, title, reference, createdOn, updatedOn } }: { readonly activity: ReadActivity }): ReactElement {
  const { say, day } = useSpeech();
  const told = [
    ...(reference === undefined || reference === id ? [] : [say('import.reference', { reference })]),
    ...(createdOn === undefined ? [] : [say('import.createdOn', { day: day(createdOn) })]),
    ...(updatedOn === undefined ? [] : [say('import.updatedOn', { day: day(updatedOn) })]),
  ];
  return (
    <>
      <bdi>{title}</bdi>
      <p className="soft">
        <code>{id}</code> {told.join(', ')}
      </p>
    </>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly ImportGap[] }): ReactElement | null {
  const { say } = useSpeech();
  if (gaps.length === 0) return null;
  return (
    <>
      <h3>{say('import.gaps')}</h3>
      <Cards
        label={say('import.gaps')}
        rows={gaps}
        keyOf={(gap) => JSON.stringify(gap)}
        markOf={({ where }) => (where === undefined ? undefined : 'blocking')}
        columns={[
          {
            title: say('import.where'),
            cell: ({ where }) => <bdi>{where === undefined ? say('import.anywhere') : say('import.cell', { ...where })}</bdi>,
          },
          { title: say('import.what'), cell: (gap) => <What gap={gap} /> },
        ]}
      />
    </>
  );
}

function What({ gap: { what, remedy } }: { readonly gap: ImportGap }): ReactElement {
  return (
    <div lang="en">
      {what}
      <p className="soft">{remedy}</p>
    </div>
  );
}

function YamlPart({ yaml }: { readonly yaml: string }): ReactElement {
  const { say } = useSpeech();
  const { controller } = useService();
  const file = `${controller}.register.yaml`;
  return (
    <>
      <h3>{say('import.yaml')}</h3>
      <p>{say('import.yamlText')}</p>
      <div className="actions">
        <Button
          weight="main"
          onPress={() => {
            save(new Blob([yaml], { type: 'application/yaml' }), file);
          }}
        >
          {say('import.save', { file })}
        </Button>
      </div>
      <details>
        <summary>{say('import.show')}</summary>
        <pre tabIndex={0}>
          <code>{yaml}</code>
        </pre>
      </details>
    </>
  );
}
