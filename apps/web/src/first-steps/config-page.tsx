import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { useSpeech } from '../words/use-speech.js';
import { useDraft } from '../yaml/use-draft.js';
import { parsed } from '../yaml/yaml-document.js';
import { YamlSide } from '../yaml/yaml-side.js';
import { ControllerForm } from './controller-form.js';
import { SourceForm } from './source-form.js';

type Settings = AcceptedOf<'settings'>['settings'];
type ConfigPart = 'controller' | 'source';

/** A part of the controller's configuration, as a form with its YAML beside it. Both parts are one draft. */
export function ConfigPage({ part }: { readonly part: ConfigPart }): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('settings', {});
  return (
    <Room title={say(`draft.${part}`)} lead={say(`draft.${part}Lead`)}>
      <p>
        <Link href="/first-steps">{say('draft.back')}</Link>
      </p>
      <Loaded query={query}>{({ settings }) => <ConfigEditor part={part} settings={settings} />}</Loaded>
    </Room>
  );
}

function ConfigEditor({ part, settings }: { readonly part: ConfigPart; readonly settings: Settings }): ReactElement {
  const { say } = useSpeech();
  const written = writtenOf(settings);
  const [text, setText] = useDraft('habeas.yaml', written);
  const Form = part === 'controller' ? ControllerForm : SourceForm;
  return (
    <div className="columns editor">
      <div>
        {parsed(text) === undefined ? <p className="fault">{say('edit.broken')}</p> : <Form text={text} onChange={setText} />}
      </div>
      <div>
        <YamlSide
          text={text}
          written={written}
          file="habeas.yaml"
          by="checkConfiguration"
          where={say('draft.where', { id: settings.id })}
          onChange={setText}
        />
      </div>
    </div>
  );
}

/** The file as far as it is told: its sources are not, since their settings may hold what nobody should see. */
function writtenOf({ name, yaml, phoneRegion }: Settings): string {
  const controller = yaml ?? `controller:\n  name: ${JSON.stringify(name)}\n`;
  return `habeas: 1\n${controller}${phoneRegion === null ? '' : `phoneRegion: ${phoneRegion}\n`}`;
}
