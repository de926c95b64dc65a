import type { ReactElement } from 'react';
import type { Directed, HeirPurpose, OnBehalf } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { Tick } from '../parts/tick.js';
import { Ticks } from '../parts/ticks.js';
import { useSpeech } from '../words/use-speech.js';
import type { SayKey } from '../words/words.js';
import type { RepresentationDraft, RepresentationLack } from './representation-draft.js';
import type { ShownRequest } from './shown-request.js';

interface FieldsProps {
  readonly draft: RepresentationDraft;
  readonly change: (typed: Partial<RepresentationDraft>) => void;
  readonly lacks: readonly RepresentationLack[];
}

/** The form of a decision about who acts for another. */
export interface AuthorityFieldsProps extends FieldsProps {
  readonly onBehalf: OnBehalf;
  readonly request: ShownRequest;
}

/** What the law asks of the authority of each kind. */
export function AuthorityFields({ onBehalf, request, ...fields }: AuthorityFieldsProps): ReactElement | null {
  switch (onBehalf) {
    case 'proxy':
      return <MandateFields rights={request.rights} {...fields} />;
    case 'parental_authority':
      return <ChildFields {...fields} />;
    case 'heir':
      return <EstateFields {...fields} />;
    case 'guardian':
      return null;
  }
}

type TextName = Extract<
  keyof RepresentationDraft,
  | 'signedOn'
  | 'goodUntil'
  | 'bornOn'
  | 'childInterest'
  | 'diedOn'
  | 'nationalLawRef'
  | 'givenOn'
  | 'consentOn'
  | 'register'
  | 'recipients'
  | 'executor'
>;

interface TextProps extends FieldsProps {
  readonly name: TextName;
  readonly label: SayKey;
  readonly hint?: SayKey;
  readonly type?: 'date';
  readonly isLong?: boolean;
}

/** One text or day of the form, by its name in the draft. */
function Text({ draft, change, lacks, name, label, hint, ...kind }: TextProps): ReactElement {
  const { say } = useSpeech();
  const isMissing = (lacks as readonly string[]).includes(name);
  return (
    <TextField
      label={say(label)}
      {...(hint === undefined ? {} : { hint: say(hint) })}
      {...kind}
      value={draft[name]}
      onChange={(value) => {
        change({ [name]: value });
      }}
      fault={isMissing ? say('refuse.needed') : undefined}
    />
  );
}

interface MandateFieldsProps extends FieldsProps {
  readonly rights: ShownRequest['rights'];
}

function MandateFields({ rights, ...fields }: MandateFieldsProps): ReactElement {
  const { say } = useSpeech();
  const { draft, change } = fields;
  return (
    <>
      <Text {...fields} name="signedOn" label="represent.signedOn" type="date" />
      <Text {...fields} name="goodUntil" label="represent.goodUntil" hint="represent.goodUntilHint" type="date" />
      <Ticks
        legend={say('represent.covers')}
        options={rights.map((value) => ({ value, text: say(`right.${value}`) }))}
        chosen={draft.covers}
        onChange={(covers) => {
          change({ covers });
        }}
      />
      <Tick
        isTicked={draft.isConfirmed}
        onChange={(isConfirmed) => {
          change({ isConfirmed });
        }}
      >
        {say('represent.isConfirmed')}
      </Tick>
    </>
  );
}

function ChildFields(fields: FieldsProps): ReactElement {
  const { say } = useSpeech();
  const { draft, change } = fields;
  return (
    <>
      <Text {...fields} name="bornOn" label="represent.bornOn" type="date" />
      <Tick
        isTicked={draft.isChildHeard}
        onChange={(isChildHeard) => {
          change({ isChildHeard });
        }}
      >
        {say('represent.isChildHeard')}
      </Tick>
      <Text {...fields} name="childInterest" label="represent.childInterest" isLong />
    </>
  );
}

const PURPOSES: readonly HeirPurpose[] = ['estate_settlement', 'digital_goods', 'account_closure'];

function EstateFields(fields: FieldsProps): ReactElement {
  const { say } = useSpeech();
  const { draft, change } = fields;
  return (
    <>
      <Text {...fields} name="diedOn" label="represent.diedOn" type="date" />
      <Choice
        label={say('represent.purpose')}
        value={draft.purpose}
        options={PURPOSES.map((value) => ({ value, text: say(`heirPurpose.${value}`) }))}
        onChange={(purpose) => {
          change({ purpose });
        }}
      />
      <Text {...fields} name="nationalLawRef" label="represent.nationalLawRef" hint="represent.nationalLawHint" />
      <Choice
        label={say('represent.directive')}
        value={draft.directive}
        options={(['none', 'general', 'specific'] as const).map((value) => ({ value, text: say(`directive.${value}`) }))}
        onChange={(directive) => {
          change({ directive });
        }}
      />
      {draft.directive === 'none' ? null : <DirectiveFields {...fields} />}
    </>
  );
}

const DIRECTED: readonly Directed[] = ['nothing', 'recipients', 'close', 'erase'];

function DirectiveFields(fields: FieldsProps): ReactElement {
  const { say } = useSpeech();
  const { draft, change } = fields;
  return (
    <>
      <Choice
        label={say('represent.directs')}
        value={draft.directs}
        options={DIRECTED.map((value) => ({ value, text: say(`directed.${value}`) }))}
        onChange={(directs) => {
          change({ directs });
        }}
      />
      <Text {...fields} name="givenOn" label="represent.givenOn" type="date" />
      {draft.directive === 'general' ? (
        <Text {...fields} name="register" label="represent.register" />
      ) : (
        <Text {...fields} name="consentOn" label="represent.consentOn" hint="represent.consentHint" type="date" />
      )}
      <Text {...fields} name="executor" label="represent.executor" />
      {draft.directs !== 'recipients' ? null : (
        <>
          <Text {...fields} name="recipients" label="represent.recipients" />
          <Tick
            isTicked={draft.isNamed}
            onChange={(isNamed) => {
              change({ isNamed });
            }}
          >
            {say('represent.isNamed')}
          </Tick>
        </>
      )}
    </>
  );
}
