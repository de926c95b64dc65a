import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { useSpeech } from '../words/use-speech.js';
import { DUES, type InboxFilter, SHOWS, SORTS } from './inbox-filter.js';

/** How long nothing is typed before it is searched. */
const PAUSE_MS = 250;
const DUE_WORDS = { any: 'inbox.dueAny', '7': 'inbox.due7', over: 'inbox.dueOver' } as const;
const SORT_WORDS = { next: 'inbox.sortNext', last: 'inbox.sortLast' } as const;

interface InboxFiltersProps {
  readonly filter: InboxFilter;
  readonly onChange: (changes: Partial<InboxFilter>) => void;
}

/** What narrows the list. Each change is a change of the address. */
export function InboxFilters({ filter, onChange }: InboxFiltersProps): ReactElement {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <form
      role="search"
      aria-label={say('inbox.filters')}
      className={isOpen ? 'filters open' : 'filters'}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <ReferenceField reference={filter.reference} onChange={onChange} />
      <span className="menu-button">
        <Button
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {say('inbox.filters')}
        </Button>
      </span>
      <Choice
        label={say('inbox.show')}
        value={filter.show}
        options={SHOWS.map((value) => ({ value, text: say(`filter.${value}`) }))}
        onChange={(show) => {
          onChange({ show });
        }}
      />
      <Choice
        label={say('inbox.due')}
        value={filter.due}
        options={DUES.map((value) => ({ value, text: say(DUE_WORDS[value]) }))}
        onChange={(due) => {
          onChange({ due });
        }}
      />
      <Choice
        label={say('inbox.sort')}
        value={filter.sort}
        options={SORTS.map((value) => ({ value, text: say(SORT_WORDS[value]) }))}
        onChange={(sort) => {
          onChange({ sort });
        }}
      />
    </form>
  );
}

function ReferenceField({
  reference,
  onChange,
}: { readonly reference: string } & Pick<InboxFiltersProps, 'onChange'>): ReactElement {
  const { say } = useSpeech();
  const [typed, setTyped] = useState(reference);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <SearchField
      className="field"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          onChange({ reference: text.trim() });
        }, PAUSE_MS);
      }}
    >
      <Label>{say('inbox.search')}</Label>
      <Input data-search="" autoComplete="off" />
    </SearchField>
  );
}
