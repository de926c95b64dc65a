import type { ReactElement } from 'react';
import { useDocument } from '../api/use-service.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { Empty } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { ActivitiesPart } from './activities-part.js';
import { ExportPart } from './export-part.js';
import { ImportPart } from './import/import-part.js';
import { LintsPart } from './lints-part.js';
import { RecipientsPart } from './recipients-part.js';
import { RetentionPart } from './retention-part.js';

/** The record of processing activities (Art. 30): what is amiss in it, and what it says, in words and pictures. */
export function RegisterPage(): ReactElement {
  const { say, language } = useSpeech();
  const query = useDocument('register', { language });
  return (
    <Room title={say('room.register')} lead={say('register.lead')}>
      <Loaded query={query}>
        {({ register }) => (
          <>
            {register === null ? (
              <Empty title={say('register.none')}>
                <p>{say('register.noneText')}</p>
              </Empty>
            ) : (
              <>
                <LintsPart register={register} />
                <ActivitiesPart register={register} />
                <RecipientsPart register={register} />
                <RetentionPart register={register} />
                <ExportPart />
              </>
            )}
            <ImportPart />
          </>
        )}
      </Loaded>
    </Room>
  );
}
