import { lazy, type ReactElement, type ReactNode, Suspense, useMemo } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { HttpService } from '../api/http-service.js';
import { Proofs } from '../api/proofs.js';
import { ProvingService } from '../api/proving-service.js';
import { ServiceContext } from '../api/use-service.js';
import { InboxPage } from '../inbox/inbox-page.js';
import { Loading } from '../parts/states.js';
import { RequestPage } from '../request/request-page.js';
import { ProofDialogs } from '../sign-in/proof-dialogs.js';
import type { WhoIsThere } from '../sign-in/session.js';
import { useSpeech } from '../words/use-speech.js';
import type { Language } from '../words/words.js';
import type { Surroundings } from './surroundings.js';
import { AwayNote } from './away-note.js';
import { Head } from './head.js';
import { MissingPage } from './missing-page.js';
import { Home, Navigation } from './navigation.js';
import { WaitingPage } from './waiting-page.js';

// Each room is loaded when somebody goes there: most people use two of them
const OverviewPage = lazy(() => import('../overview/overview-page.js').then((room) => ({ default: room.OverviewPage })));
const SourcesPage = lazy(() => import('../sources/sources-page.js').then((room) => ({ default: room.SourcesPage })));
const MapEditorPage = lazy(() => import('../sources/edit/map-editor-page.js').then((room) => ({ default: room.MapEditorPage })));
const SourcePage = lazy(() => import('../sources/source-page.js').then((room) => ({ default: room.SourcePage })));
const AuditPage = lazy(() => import('../audit/audit-page.js').then((room) => ({ default: room.AuditPage })));
const PeoplePage = lazy(() => import('../people/people-page.js').then((room) => ({ default: room.PeoplePage })));
const TokensPage = lazy(() => import('../people/tokens-page.js').then((room) => ({ default: room.TokensPage })));
const SettingsPage = lazy(() => import('../settings/settings-page.js').then((room) => ({ default: room.SettingsPage })));
const FirstStepsPage = lazy(() =>
  import('../first-steps/first-steps-page.js').then((room) => ({ default: room.FirstStepsPage })),
);
const ConfigPage = lazy(() => import('../first-steps/config-page.js').then((room) => ({ default: room.ConfigPage })));
const RegisterPage = lazy(() => import('../register/register-page.js').then((room) => ({ default: room.RegisterPage })));
const ReceivedPage = lazy(() => import('../received/received-page.js').then((room) => ({ default: room.ReceivedPage })));

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
      navigate(`/${id}`);
    },
    onSignOut,
  };
  return (
    <House controller={inside.controller} surroundings={surroundings}>
      <Head onLanguage={onLanguage} inside={inside}>
        <Navigation controller={inside.controller} />
      </Head>
      {controller !== undefined ? (
        <Pages key={controller} controller={controller} />
      ) : named === undefined ? (
        <Redirect to={`/${first.id}`} replace />
      ) : (
        <MissingPage title={say('app.notFound')} home={`/${first.id}/requests`} />
      )}
    </House>
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

interface HouseProps {
  readonly controller: string;
  readonly surroundings: Surroundings;
  readonly children: ReactNode;
}

/** The service, for whoever is acted for, and the dialogs that ask for proofs over the page. */
function House({ controller, surroundings: { fetch, reload }, children }: HouseProps): ReactElement {
  const { service, proofs } = useMemo(() => {
    const asked = new Proofs();
    return { proofs: asked, service: new ProvingService(new HttpService(controller, fetch), asked) };
  }, [controller, fetch]);
  return (
    <ServiceContext value={service}>
      {children}
      <ProofDialogs key={controller} proofs={proofs} onOther={reload} />
    </ServiceContext>
  );
}

function Pages({ controller }: { readonly controller: string }): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <AwayNote />
      <Router base={`/${controller}`}>
        <Suspense fallback={<Coming />}>
          <Switch>
            <Route path="/requests" component={InboxPage} />
            <Route path="/requests/:id">{({ id }) => <RequestPage key={id} id={id} />}</Route>
            <Route path="/requests/:id/records/:source/:collection">
              {(place) => <RecordsPage key={`${place.source}.${place.collection}`} {...place} />}
            </Route>
            <Route path="/first-steps" component={FirstStepsPage} />
            <Route path="/first-steps/controller">
              <ConfigPage part="controller" />
            </Route>
            <Route path="/first-steps/source">
              <ConfigPage part="source" />
            </Route>
            <Route path="/overview" component={OverviewPage} />
            <Route path="/sources" component={SourcesPage} />
            <Route path="/sources/:id/edit">{({ id }) => <MapEditorPage key={id} id={id} />}</Route>
            <Route path="/sources/:id">{({ id }) => <SourcePage key={id} id={id} />}</Route>
            <Route path="/register" component={RegisterPage} />
            <Route path="/received" component={ReceivedPage} />
            <Route path="/audit" component={AuditPage} />
            <Route path="/people" component={PeoplePage} />
            <Route path="/programs" component={TokensPage} />
            <Route path="/settings" component={SettingsPage} />
            <Route path="/" component={Home} />
            <Route>
              <MissingPage title={say('app.notFound')} home="/requests" />
            </Route>
          </Switch>
        </Suspense>
      </Router>
    </>
  );
}

/** A room that is on its way. */
function Coming(): ReactElement {
  return (
    <WaitingPage>
      <Loading />
    </WaitingPage>
  );
}
