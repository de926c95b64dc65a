import { memo, type ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';
import { keyText } from './key-text.js';
import type { FoundRecord } from './use-records.js';
import { piecesOf, textOf } from './value-text.js';

export type HeldRuling = NonNullable<AcceptedOf<'rulings'>['request']>['recordRulings'][number];

/** What can be done with a record, where something can. */
export interface CardActs {
  readonly rulings: readonly HeldRuling[];
  /** Absent where nothing can be ruled now. */
  readonly onRule: ((record: FoundRecord, field?: FoundRecord['values'][number]) => void) | undefined;
  readonly onTakeBack: ((ruling: HeldRuling) => void) | undefined;
}

interface RecordCardProps extends CardActs {
  readonly record: FoundRecord | undefined;
  readonly position: number;
  readonly total: number;
}

/** One record: what stands in it, where others may be named, from which match it was reached, and what of it is hidden. */
export const RecordCard = memo(function RecordCard({ record, position, total, ...acts }: RecordCardProps): ReactElement {
  const { say } = useSpeech();
  const id = `record-${String(position)}`;
  const place = { 'aria-posinset': position, 'aria-setsize': total, 'aria-labelledby': id };
  if (record === undefined) {
    return (
      <article className="record" tabIndex={-1} aria-busy {...place}>
        <h2 id={id} className="soft">
          {say('app.loading')}
        </h2>
      </article>
    );
  }
  return (
    <article className="record" tabIndex={0} {...place}>
      <h2 id={id}>
        {say('records.record', { id: keyText(record.recordId) })}{' '}
        <span className="soft">{say('inbox.shown', { shown: position, total })}</span>
      </h2>
      <Content record={record} {...acts} />
    </article>
  );
});

function Content({ record, rulings, onRule, onTakeBack }: CardActs & { readonly record: FoundRecord }): ReactElement {
  const { say } = useSpeech();
  const held = rulings.filter(({ recordId, holds }) => holds && recordId === record.recordId);
  const canHide = onRule !== undefined && !held.some(({ field }) => field === null);
  const isHidden = (name: string): boolean => held.some(({ field }) => field === name);
  return (
    <>
      <dl className="fields">
        {record.values
          .filter(({ json, masked }) => json !== null || masked)
          .map((value) => (
            <Field
              key={value.field}
              value={value}
              onRule={
                canHide && !isHidden(value.field)
                  ? () => {
                      onRule(record, value);
                    }
                  : undefined
              }
            />
          ))}
      </dl>
      <Evidence paths={record.paths} />
      {held.map((ruling) => (
        <Held key={ruling.number} ruling={ruling} onTakeBack={onTakeBack} />
      ))}
      {canHide ? (
        <Button
          onPress={() => {
            onRule(record);
          }}
        >
          {say('records.hideRecord')}
        </Button>
      ) : null}
    </>
  );
}

interface FieldProps {
  readonly value: FoundRecord['values'][number];
  readonly onRule: (() => void) | undefined;
}

function Field({ value: { field, json, thirdParty, others }, onRule }: FieldProps): ReactElement {
  const { say } = useSpeech();
  const isMarked = thirdParty || others.length > 0;
  return (
    <div className={isMarked ? 'marked' : undefined}>
      <dt>{field}</dt>
      <dd>
        {json === null ? <span className="masked">{say('records.masked')}</span> : <Value json={json} others={others} />}
        {isMarked ? (
          <p className="soft">{say(thirdParty ? 'records.thirdParty' : 'records.others', { count: others.length })}</p>
        ) : null}
        {onRule === undefined || json === null ? null : (
          <Button aria-label={say('records.decideOf', { field })} onPress={onRule}>
            {say('records.decide')}
          </Button>
        )}
      </dd>
    </div>
  );
}

function Value({ json, others }: { readonly json: string } & Pick<FieldProps['value'], 'others'>): ReactElement {
  const { say } = useSpeech();
  return (
    <bdi className="value">
      {piecesOf(textOf(json), others).map(({ text, isOther, start }) =>
        isOther ? (
          <mark key={start} title={say('records.maybe')}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}

function Evidence({ paths }: { readonly paths: FoundRecord['paths'] }): ReactElement | null {
  const { say } = useSpeech();
  if (paths.length === 0) return <p className="soft">{say('records.direct')}</p>;
  return (
    <p className="soft">
      {say('records.via')}{' '}
      {paths
        .map(({ collection, recordId, references }) => [`${collection} ${keyText(recordId)}`, ...references].join(' → '))
        .join(' · ')}
    </p>
  );
}

function Held({
  ruling,
  onTakeBack,
}: {
  readonly ruling: HeldRuling;
  readonly onTakeBack: CardActs['onTakeBack'];
}): ReactElement {
  const { say } = useSpeech();
  const reason = say(`hiding.${ruling.reason}`);
  const what =
    ruling.field === null ? say('records.hiddenWhole', { reason }) : say('records.hiddenField', { field: ruling.field, reason });
  return (
    <p className="meanwhile">
      {what}{' '}
      {onTakeBack === undefined ? null : (
        <Button
          onPress={() => {
            onTakeBack(ruling);
          }}
        >
          {say('records.takeBack')}
        </Button>
      )}
    </p>
  );
}
