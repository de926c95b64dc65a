import { type ReactElement, useState } from 'react';
import type { HeirPurpose, PurposeRulingInput } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { Ticks } from '../parts/ticks.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownHeirPart } from './shown-heir-part.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

const WHAT = ['isNeeded', 'isNotNeeded', 'nothing'] as const;

interface HeirDialogProps extends Pick<ShownHeirPart, 'collections'> {
  readonly request: ShownRequest;
  readonly purpose: HeirPurpose;
  readonly onClose: (isDone: boolean) => void;
}

/** What is being ruled, before it is sent. */
interface Draft {
  readonly what: (typeof WHAT)[number];
  readonly chosen: readonly string[];
  readonly record: string;
  readonly reason: string;
}

const EMPTY: Draft = { what: 'isNeeded', chosen: [], record: '', reason: '' };

/** Rules what the purpose of an heir needs: collections, one record of one of them, or nothing at all, each time with a reason (PER-05). */
export function HeirDialog({ request, purpose, collections, onClose }: HeirDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [draft, setDraft] = useState(EMPTY);
  const ruling = rulingOf(draft, purpose, collections);
  const isPlaced = draft.what === 'nothing' || ruling.places.length > 0;
  return (
    <DecisionForm
      title={say('heir.rule')}
      submit={say('heir.submit')}
      request={request}
      isWhole={isPlaced && ruling.reason !== ''}
      decide={(seen) => act('ruleForPurpose', { id: request.id, ruling, seen })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('heir.text')}</p>
          <Choice
            label={say('heir.what')}
            value={draft.what}
            options={WHAT.map((value) => ({ value, text: say(`heir.${value}`) }))}
            onChange={(what) => {
              setDraft({ ...draft, what });
            }}
          />
          {draft.what === 'nothing' ? null : (
            <Places draft={draft} setDraft={setDraft} collections={collections} isMissing={isAsked && !isPlaced} />
          )}
          <TextField
            label={say('heir.reason')}
            value={draft.reason}
            onChange={(reason) => {
              setDraft({ ...draft, reason });
            }}
            isLong
            fault={isAsked && ruling.reason === '' ? say('heir.noReason') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}

interface PlacesProps extends Pick<ShownHeirPart, 'collections'> {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly isMissing: boolean;
}

function Places({ draft, setDraft, collections, isMissing }: PlacesProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Ticks
        legend={say('heir.collections')}
        options={collections.map((each) => ({ value: idOf(each), text: `${each.title} (${each.source})` }))}
        chosen={draft.chosen}
        onChange={(chosen) => {
          setDraft({ ...draft, chosen });
        }}
        fault={isMissing ? say('heir.noCollection') : undefined}
      />
      {draft.chosen.length !== 1 ? null : (
        <TextField
          label={say('heir.record')}
          hint={say('heir.recordHint')}
          value={draft.record}
          onChange={(record) => {
            setDraft({ ...draft, record });
          }}
        />
      )}
    </>
  );
}

function rulingOf(
  { what, chosen, record, reason }: Draft,
  purpose: HeirPurpose,
  collections: ShownHeirPart['collections'],
): PurposeRulingInput {
  const single = chosen.length === 1 && record.trim() !== '' ? { recordId: record.trim() } : {};
  const places = collections
    .filter((each) => chosen.includes(idOf(each)))
    .map(({ source, collection }) => ({ source, collection, ...single }));
  return { purpose, isNeeded: what === 'isNeeded', reason: reason.trim(), places: what === 'nothing' ? [] : places };
}

function idOf({ source, collection }: ShownHeirPart['collections'][number]): string {
  return `${source}.${collection}`;
}
