import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { StaffDesk } from '@habeas/core';
import { json, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { Installation } from '../composition/installation.js';
import type { Service } from '../composition/service.js';
import { AppModule } from '../platform/app.module.js';
import { authenticate } from '../platform/authenticate.js';
import type { ServiceLog } from '../platform/service-log.js';
import { tracedRequests } from '../telemetry/traced-http.js';
import { unreadableStatus } from '../platform/unreadable.js';
import { isUnavailable, UNAVAILABLE } from '../platform/unavailable.js';
import type { ServiceConfig } from '../config/service-config.js';
import { archiveRoutes } from './archive.routes.js';
import { documentRoutes } from './document.routes.js';
import { evidenceRoutes } from './evidence.routes.js';
import { consoleRoutes } from './console.routes.js';
import { eventRoutes } from './event.routes.js';
import { intakeRoutes } from './intake.routes.js';
import { relyingPartyOf, WebPasskeyVerifier } from '../staff/index.js';
import { passkeyRoutes } from './passkey.routes.js';
import { registerRoutes } from './register.routes.js';
import { reportRoutes } from './report.routes.js';
import { oidcRoutes } from './oidc.routes.js';
import { subjectAssetRoutes, subjectRoutes } from './subject.routes.js';
import { type SessionHouse, sessionRoutes } from './session.routes.js';
import { receivedRoutes, transmissionRoutes } from './transmission.routes.js';
import { taskRoutes } from './task.routes.js';

/** The service as it answers. */
export interface Served {
  /** What it is called on this machine. */
  readonly url: string;
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

/** What a served service tells its faults to, and where the built console lies. */
export interface ServeOptions {
  readonly log: ServiceLog;
  readonly consoleFolder: string;
}

const BODY_LIMIT = '100kb';
/** How long the end of a service waits for what is being sent. A download that is cut off goes on with the next one. */
const GRACE_MS = 5_000;

/** Serves GraphQL, sessions, downloads and events. Rejects where the address is taken, or a field of the schema does not say who may see it. */
export async function serve(service: Service, staff: StaffDesk, { log, consoleFolder }: ServeOptions): Promise<Served> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(new Installation(service, staff), log), {
    logger: false,
    bodyParser: false,
  });
  const { host, port } = service.config.listen;
  const origins = new Set(service.config.publicUrl === undefined ? [] : [new URL(service.config.publicUrl).origin]);
  const ending = new AbortController();
  app.disable('x-powered-by');
  app.set('trust proxy', service.config.trustedProxies);
  app.use(tracedRequests(service.spans));
  app.use(headers());
  app.use('/graphql', postOnly);
  // Before what wants JSON: a provider sends a form
  if (service.config.oidc !== undefined)
    app.use(
      '/session/oidc',
      oidcRoutes({ desk: staff, settings: service.config.oidc, origins, log, base: () => service.address.base }),
    );
  app.use(['/graphql', '/session'], jsonOnly, json({ limit: BODY_LIMIT, type: 'application/json' }));
  app.use('/session', sessionRoutes(staff, sessionHouseOf(service.config), origins));
  const party = relyingPartyOf(service.config.publicUrl, origins);
  app.use('/session', passkeyRoutes({ ...staff, verifier: new WebPasskeyVerifier(party) }, party, origins));
  app.use('/requests', intakeRoutes(service, authenticate(staff, origins)));
  // What other controllers send is signed, and has no token
  app.use('/transmissions', transmissionRoutes(service));
  app.use(['/graphql', '/archives', '/requests', '/transmissions', '/register'], authenticate(staff, origins));
  app.use('/archives', archiveRoutes(service.desk));
  app.use('/transmissions', receivedRoutes(service.desk));
  app.use('/requests', reportRoutes(service.desk));
  app.use('/requests', evidenceRoutes(service));
  app.use('/register', registerRoutes(service.desk, service.config));
  app.use('/requests', taskRoutes(service.desk));
  app.use('/requests', documentRoutes(service.desk));
  app.use('/requests', eventRoutes(service.desk, ending.signal));
  app.use(consoleRoutes(consoleFolder));
  app.use(subjectAssetRoutes(service.pages));
  app.use(subjectRoutes(service, log));
  // Before what Nest adds, which tells clients what a parser says of their bodies, and again for what Nest lets through
  app.use(lastResort(log));
  await app.init();
  app.use(lastResort(log));
  await app.listen(port, host);
  const { port: taken } = app.getHttpServer().address() as AddressInfo;
  const url = `http://${host}:${String(taken)}`;
  origins.add(url);
  service.address.found(url, service.config);
  if (service.config.publicUrl === undefined) origins.add(`http://localhost:${String(taken)}`);
  return { url, app, close: () => close(app, ending) };
}

function sessionHouseOf({ controllers, oidc }: ServiceConfig): SessionHouse {
  const named = [...controllers].map(([id, { controller }]) => [id, controller.name] as const);
  return { controllers: new Map(named), hasProvider: oidc !== undefined };
}

/** Ends what would not end by itself at once, and what does not end in time. */
async function close(app: NestExpressApplication, ending: AbortController): Promise<void> {
  ending.abort();
  const late = setTimeout(() => {
    app.getHttpServer().closeAllConnections();
  }, GRACE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(late);
  }
}

/** Everything that a page could be tricked with is off (security R32). */
function headers(): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}

function postOnly(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST') next();
  else
    response
      .status(405)
      .set('Allow', 'POST')
      .json({ errors: [{ message: 'POST only.', extensions: { code: 'BAD_REQUEST' } }] });
}

/** Forms and plain text are what other sites can make a browser send (security R25). */
function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  const type = request.headers['content-type'] ?? '';
  const hasBody = request.method === 'POST';
  if (!hasBody || /^application\/json(?:\s*;\s*charset=utf-8)?$/iu.test(type)) next();
  else
    response.status(415).json({ errors: [{ message: 'Send application/json in UTF-8.', extensions: { code: 'BAD_REQUEST' } }] });
}

/** What nothing else has answered: a body that is no JSON or too large, or a fault, of which the client is told nothing. */
function lastResort(log: ServiceLog): (error: unknown, request: Request, response: Response, next: NextFunction) => void {
  return (error, _request, response, _next) => {
    if (response.headersSent) {
      // Express would print it, with its text. The client sees that it was cut off.
      log.fault('http', error);
      response.destroy();
      return;
    }
    const status = unreadableStatus(error);
    if (status !== undefined) {
      response.status(status).json({ errors: [{ message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }] });
      return;
    }
    log.fault('http', error);
    if (isUnavailable(error)) {
      response.status(503).json({ errors: [{ message: UNAVAILABLE.message, extensions: { code: UNAVAILABLE.code } }] });
      return;
    }
    response
      .status(500)
      .json({ errors: [{ message: 'Something went wrong that should not have.', extensions: { code: 'INTERNAL' } }] });
  };
}

/** A server of our own for those who run the service. Resolves once it listens. */
export async function listen(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return `http://${host}:${String((server.address() as AddressInfo).port)}`;
}
