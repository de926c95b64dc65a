import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { HttpService } from '../api/http-service.js';
import { Proofs } from '../api/proofs.js';
import { ProvingService } from '../api/proving-service.js';
import { ServiceContext } from '../api/use-service.js';
import { Loading } from '../parts/states.js';
import { InboxPage } from '../inbox/inbox-page.js';
import { RequestPage } from '../request/request-page.js';
import { ProofDialogs } from '../sign-in/proof-dialogs.js';
import type { WhoIsThere } from '../sign-in/session.js';
import { useSpeech } from '../words/use-speech.js';
import type { Language } from '../words/words.js';
import type { Surroundings } from './surroundings.js';
import { AwayNote } from './away-note.js';
import { Head } from './head.js';
import { MissingPage } from './missing-page.js';

/** Loaded once somebody goes there: the first load is the inbox and a request. */
const RecordsPage = lazy(async () => ({ default: (await import('../records/records-page.js')).RecordsPage }));

interface ControllerPagesProps {
  readonly viewer: NonNullable<WhoIsThere['viewer']>;
  readonly surroundings: Surroundings;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
}

/** The pages of whoever is signed in. Which controller they act for is the first part of the address. */
export function ControllerPages({ viewer, surroundings, onLanguage, onSignOut }: ControllerPagesProps): ReactElement {
  const { say } = useSpeech();
  const [location, navigate] = useLocation();
  const named = /^\/([^/]+)/u.exec(location)?.[1];
  const controller = viewer.controllers.find(({ id }) => id === named)?.id;
  const [first] = viewer.controllers;
  if (first === undefined) return <NoRole onLanguage={onLanguage} />;
  const inside = {
    name: viewer.name,
    controllers: viewer.controllers,
    controller: controller ?? first.id,
    onController: (id: string) => {
      navigate(`/${id}/requests`);
    },
    onSignOut,
  };
  return (
    <>
      <Head onLanguage={onLanguage} inside={inside} />
      {controller !== undefined ? (
        <Pages key={controller} controller={controller} surroundings={surroundings} />
      ) : named === undefined ? (
        <Redirect to={`/${first.id}/requests`} replace />
      ) : (
        <MissingPage title={say('app.notFound')} home={`/${first.id}/requests`} />
      )}
    </>
  );
}

function NoRole({ onLanguage }: Pick<ControllerPagesProps, 'onLanguage'>): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Head onLanguage={onLanguage} />
      <main id="content" className="narrow" tabIndex={-1}>
        <h1>{say('signIn.none')}</h1>
      </main>
    </>
  );
}

interface PagesProps {
  readonly controller: string;
  readonly surroundings: Surroundings;
}

function Pages({ controller, surroundings: { fetch, reload } }: PagesProps): ReactElement {
  const { say } = useSpeech();
  const { service, proofs } = useMemo(() => {
    const asked = new Proofs();
    return { proofs: asked, service: new ProvingService(new HttpService(controller, fetch), asked) };
  }, [controller, fetch]);
  return (
    <ServiceContext value={service}>
      <AwayNote />
      <Router base={`/${controller}`}>
        <Suspense
          fallback={
            <main id="content" tabIndex={-1}>
              <Loading />
            </main>
          }
        >
          {' '}
          <Switch>
            <Route path="/requests" component={InboxPage} />
            <Route path="/requests/:id">{({ id }) => <RequestPage key={id} id={id} />}</Route>
            <Route path="/requests/:id/records/:source/:collection">
              {(place) => <RecordsPage key={`${place.source}.${place.collection}`} {...place} />}
            </Route>
            <Route path="/">
              <Redirect to="/requests" replace />
            </Route>
            <Route>
              <MissingPage title={say('app.notFound')} home="/requests" />
            </Route>
          </Switch>
        </Suspense>
      </Router>
      <ProofDialogs proofs={proofs} onOther={reload} />
    </ServiceContext>
  );
}
