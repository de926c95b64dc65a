import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Clock } from '../../clock.js';
import type { Manifest } from '../../manifest/manifest.js';
import type { World } from '../world/world.js';
import type { Answer } from './answer.js';
import type { Memory } from './asked.js';
import type { Captures } from './captures.js';
import { doorOf, type Door } from './credentials.js';
import type { Fault } from './fault.js';
import { answerToStep, isAboutItsJob } from './job.js';
import { noQuirks, type Quirks } from './quirks.js';
import { routesOf, type ArrivedRequest, type Route } from './route.js';
import { isOfKnownOwner } from './select.js';
import { sendAnswer, sendFault } from './send.js';

/** A request as the vendor saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Where in the manifest it stands; `token` for a question for a token; nothing where it stands nowhere. */
  readonly route: string | undefined;
  readonly purpose: Route['purpose'] | undefined;
  readonly captures: Captures | undefined;
  readonly scope: string | undefined;
  readonly cost: number;
  /** How many were under way when it came, itself included. */
  readonly inFlight: number;
  /** By the clock of the connector. */
  readonly at: number;
}

/** Says what to answer instead; nothing where the vendor answers as it should. */
export type FaultScript = (request: SeenRequest) => Fault | undefined;

/** What a vendor is started with. */
export interface VendorParts {
  /** As its author wrote it: addresses are the vendor's own. */
  readonly manifest: Manifest;
  readonly config: JsonObject;
  /** Its credentials, as they are configured. */
  readonly secrets: JsonObject;
  /** The path of the base, without a slash at its end. */
  readonly prefix: string;
  readonly clock: Clock;
}

/** A vendor that is what a manifest says of it, on the loopback interface. */
export interface FakeVendor {
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  readonly quirks: Quirks;
  readonly door: Door;
  /** In the order in which they came. */
  readonly seen: readonly SeenRequest[];
  /** Requests that are being answered now. */
  readonly inFlight: () => number;
  /** Requests that it is at work on now: one that it leaves hanging is none of them. */
  readonly busy: () => number;
  readonly arrived: () => number;
  /** Bytes of files that it sent so far, or tried to: what nobody takes stays in the buffers on the way. */
  readonly fileBytesSent: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  /** From now on it holds this. */
  hold(world: World): void;
  /** From now on requests are answered by a script first. */
  fail(script: FaultScript): void;
  /** Answers the next requests, one after the other, with these; then as it should. */
  failNext(faults: readonly Fault[]): void;
  forget(): void;
  close(): Promise<void>;
}

/** Starts a vendor on a free port. It holds nothing before it is told to. */
export async function startFakeVendor(parts: VendorParts): Promise<FakeVendor> {
  const vendor = new Vendor(parts);
  await vendor.listen();
  return vendor;
}

class Vendor implements FakeVendor {
  readonly quirks = noQuirks();
  readonly door: Door;
  readonly #seen: SeenRequest[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #routes: readonly Route[];
  readonly #server: Server;
  #world: World = { records: new Map(), listings: new Map(), ownedBy: () => [], shared: () => undefined };
  #script: FaultScript = () => undefined;
  readonly #memory: Memory = { position: 0, jobs: new Map() };
  #inFlight = 0;
  #busy = 0;
  #arrived = 0;
  #fileBytesSent = 0;

  constructor(private readonly parts: VendorParts) {
    const { manifest, config, secrets, prefix } = parts;
    this.door = doorOf(manifest, { config, secret: secrets });
    const furtherParameters = this.door.parameter === undefined ? [] : [this.door.parameter];
    this.#routes = routesOf(manifest, { config, prefix, furtherParameters });
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  get seen(): readonly SeenRequest[] {
    return this.#seen;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  inFlight(): number {
    return this.#inFlight;
  }

  busy(): number {
    return this.#busy;
  }

  arrived(): number {
    return this.#arrived;
  }

  readonly fileBytesSent = (): number => this.#fileBytesSent;

  open(): number {
    return this.#sockets.size;
  }

  hold(world: World): void {
    this.#world = world;
  }

  fail(script: FaultScript): void {
    this.#script = script;
  }

  failNext(faults: readonly Fault[]): void {
    const left = [...faults];
    this.fail(({ route }) => (route === 'token' ? undefined : left.shift()));
  }

  forget(): void {
    this.#seen.length = 0;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#inFlight += 1;
    this.#busy += 1;
    this.#arrived += 1;
    response.on('close', () => {
      this.#inFlight -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (this.quirks.delayMs > 0) await pause(this.quirks.delayMs);
    const text = Buffer.concat(chunks).toString();
    const address = new URL(request.url ?? '/', this.origin);
    const read = { method: request.method ?? '', path: address.pathname, query: address.searchParams, body: jsonOf(text) };
    const found = this.#routed(read);
    const seen = this.#note(request, text, found);
    const answer = this.#answer({ read, address, text, found }, seen);
    const fault = this.#script(seen);
    if (fault === undefined) sendAnswer(response, answer, (count) => (this.#fileBytesSent += count));
    else sendFault(response, fault, answer);
    this.#busy -= 1;
  }

  #routed(request: ArrivedRequest): Routed | undefined {
    const found = this.#routes.flatMap((route) => {
      const captures = route.match(request);
      return captures === undefined ? [] : [{ route, captures }];
    });
    const last = found.filter(({ route }) => route.purpose.kind !== 'check');
    const ofJob = found.find((each) => isAboutItsJob(each, this.#memory));
    if (ofJob !== undefined) return ofJob;
    const [first, ...others] = (last.length > 0 ? last : found).sort((a, b) => b.route.closeness - a.route.closeness);
    const alike = others.filter(({ route }) => route.closeness === first?.route.closeness);
    const isKnown = ({ route, captures }: Routed): boolean => isOfKnownOwner(route.purpose, captures, this.#world);
    return first === undefined || alike.length === 0 ? first : ([first, ...alike].find(isKnown) ?? first);
  }

  #note({ method = '', url = '', headers }: IncomingMessage, body: string, found: Routed | undefined): SeenRequest {
    const isToken = new URL(url, this.origin).pathname === this.door.tokenPath;
    const seen = {
      method,
      target: url,
      headers,
      body,
      route: isToken ? 'token' : found?.route.name,
      purpose: found?.route.purpose,
      captures: found?.captures,
      scope: found?.route.spec.scope,
      cost: found?.route.spec.cost ?? 1,
      inFlight: this.#inFlight,
      at: this.parts.clock.now(),
    };
    this.#seen.push(seen);
    return seen;
  }

  #answer(arrived: Arrived, { headers, route }: SeenRequest): Answer {
    const { read, address, text, found } = arrived;
    if (route === 'token') {
      const token = this.door.issue(headers, text);
      return token === undefined ? refused(401, 'invalid_client') : { status: 200, headers: {}, body: token as JsonObject };
    }
    if (!this.door.admits(headers, read.query)) return refused(401, 'bad credentials');
    if (found === undefined) return refused(404, 'no such request');
    const { purpose } = found.route;
    if ('collection' in purpose && this.quirks.denied.has(purpose.collection)) return refused(403, 'not allowed');
    return answerToStep({
      ...found,
      request: read,
      address,
      manifest: this.parts.manifest,
      world: this.#world,
      quirks: this.quirks,
      memory: this.#memory,
      prefix: this.parts.prefix,
    });
  }
}

interface Routed {
  readonly route: Route;
  readonly captures: Captures;
}

interface Arrived {
  readonly read: ArrivedRequest;
  readonly address: URL;
  readonly text: string;
  readonly found: Routed | undefined;
}

function refused(status: number, error: string): Answer {
  return { status, headers: {}, body: { error } };
}

function jsonOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
