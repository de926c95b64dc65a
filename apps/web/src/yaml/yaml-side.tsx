import { type ReactElement, useEffect, useRef } from 'react';
import { save } from '../api/use-download.js';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';
import { YamlCheck, type YamlChecks } from './yaml-check.js';

interface YamlSideProps {
  readonly text: string;
  /** As it was before anybody changed it. */
  readonly written: string;
  /** What it is called when it is taken away. */
  readonly file: string;
  readonly by: YamlChecks;
  /** What becomes of the file. */
  readonly where: string;
  readonly onChange: (text: string) => void;
}

/**
 * The YAML beside a form: either may be typed in, and it is checked by the service while it is typed. Nothing is changed there: the file is
 * taken away, and whoever runs the service puts it in its place.
 */
export function YamlSide({ text, written, file, by, where, onChange }: YamlSideProps): ReactElement {
  const { say } = useSpeech();
  const area = useRef<HTMLTextAreaElement>(null);
  useWarning(text !== written);
  return (
    <>
      <div className="field">
        <label htmlFor="yaml-side">{say('edit.yaml', { file })}</label>
        <textarea
          id="yaml-side"
          ref={area}
          className="code"
          spellCheck={false}
          rows={24}
          value={text}
          onChange={({ target }) => {
            onChange(target.value);
          }}
        />
      </div>
      <YamlCheck
        by={by}
        text={text}
        onGo={(line) => {
          goTo(area.current, line);
        }}
      />
      <Taking text={text} written={written} file={file} where={where} onChange={onChange} />
    </>
  );
}

/** What becomes of it: a file to take away, and where it has to be put. */
function Taking({ text, written, file, where, onChange }: Omit<YamlSideProps, 'by'>): ReactElement {
  const { say } = useSpeech();
  const isChanged = text !== written;
  return (
    <>
      <p role="status" className="soft">
        {say(isChanged ? 'edit.changed' : 'edit.same')}
      </p>
      <div className="actions">
        <Button
          weight="main"
          onPress={() => {
            save(new Blob([text], { type: 'application/yaml' }), file);
          }}
        >
          {say('edit.download')}
        </Button>
        {isChanged ? (
          <Button
            weight="grave"
            onPress={() => {
              onChange(written);
            }}
          >
            {say('edit.reset')}
          </Button>
        ) : null}
      </div>
      <p>{where}</p>
    </>
  );
}

/** Whoever closes the console from here is asked by the browser whether they mean it. */
function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [isChanged]);
}

function goTo(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
