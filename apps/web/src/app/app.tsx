import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Router } from 'wouter';
import { queryClient } from '../api/ask-again.js';
import { sessionCaller } from '../api/http.js';
import { Failed, Loading } from '../parts/states.js';
import { type WhoIsThere, whoIsThere } from '../sign-in/session.js';
import { SignInPage } from '../sign-in/sign-in-page.js';
import { SignInContext } from '../sign-in/use-sign-in.js';
import { preferredLanguage, SpeechContext, speechIn, useSpeech } from '../words/use-speech.js';
import type { Language } from '../words/words.js';
import { AwayNote } from './away-note.js';
import { CatchAll } from './catch-all.js';
import { ControllerPages } from './controller-pages.js';
import { Head } from './head.js';
import type { Surroundings } from './surroundings.js';
import { WaitingPage } from './waiting-page.js';

/** The whole console. */
export function App({ surroundings }: { readonly surroundings: Surroundings }): ReactElement {
  const [client] = useState(queryClient);
  const [language, setLanguage] = useState(() => preferredLanguage(surroundings.languages));
  const choose = (chosen: Language): void => {
    surroundings.rememberLanguage(chosen);
    setLanguage(chosen);
  };
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <QueryClientProvider client={client}>
      <SpeechContext value={speechIn(language)}>
        <I18nProvider locale={language}>
          <Router base="/console">
            <CatchAll reload={surroundings.reload}>
              <Entrance surroundings={surroundings} onLanguage={choose} />
            </CatchAll>
          </Router>
        </I18nProvider>
      </SpeechContext>
    </QueryClientProvider>
  );
}

interface EntranceProps {
  readonly surroundings: Surroundings;
  readonly onLanguage: (language: Language) => void;
}

function Entrance({ surroundings, onLanguage }: EntranceProps): ReactElement {
  const [call] = useState(() => sessionCaller(surroundings.fetch));
  const client = useQueryClient();
  const { say } = useSpeech();
  const { data, error, refetch } = useQuery({ queryKey: ['session'], queryFn: () => whoIsThere(call), staleTime: Infinity });
  if (data === undefined)
    return (
      <>
        <AwayNote />
        <WaitingPage>
          {error === null ? <Loading /> : <Failed title={say('room.failed')} error={error} onRetry={() => void refetch()} />}
        </WaitingPage>
      </>
    );
  const signOut = async (): Promise<void> => {
    await call('', undefined, 'DELETE').catch(() => undefined);
    client.clear();
    surroundings.reload();
  };
  const house = { call, ways: data.ways, viewerId: data.viewer?.id };
  return (
    <SignInContext value={house}>
      <Inside
        data={data}
        surroundings={surroundings}
        onLanguage={onLanguage}
        onSignedIn={() => void refetch()}
        onSignOut={() => void signOut()}
      />
    </SignInContext>
  );
}

interface InsideProps extends EntranceProps {
  readonly data: WhoIsThere;
  readonly onSignedIn: () => void;
  readonly onSignOut: () => void;
}

function Inside({ data: { viewer }, surroundings, onLanguage, onSignedIn, onSignOut }: InsideProps): ReactElement {
  if (viewer === null) {
    return (
      <>
        <Head onLanguage={onLanguage} />
        <SignInPage hash={surroundings.hash} onDone={onSignedIn} />
      </>
    );
  }
  return <ControllerPages viewer={viewer} surroundings={surroundings} onLanguage={onLanguage} onSignOut={onSignOut} />;
}
