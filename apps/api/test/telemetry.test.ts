import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScene } from '../src/demo/run-scene.js';
import { OtelSpans } from '../src/telemetry/otel-spans.js';
import { openSpans } from '../src/telemetry/open-spans.js';
import { ALLOWED_ATTRIBUTES, NO_SPANS, type SpanAttributes } from '../src/telemetry/spans.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

interface OtlpSpan {
  readonly name: string;
  readonly parentSpanId?: string;
  readonly spanId: string;
  readonly attributes?: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
  readonly events?: readonly unknown[];
  readonly status?: { readonly message?: string; readonly code?: number };
}

/** A collector in this process: what it was sent, as text. */
class Collector {
  readonly bodies: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.bodies.push(Buffer.concat(parts).toString('utf8'));
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/v1/traces`;
  }

  get spans(): readonly OtlpSpan[] {
    interface Body {
      readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[] }[];
    }
    return this.bodies.flatMap((body) =>
      (JSON.parse(body) as Body).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );
  }

  close(): void {
    this.#server.close();
  }
}

const collector = new Collector();
let url: string;
beforeAll(async () => {
  url = await collector.listen();
});
afterAll(() => {
  collector.close();
});

describe('traces', () => {
  it('are none, and nothing of them is loaded, unless they are asked for', async () => {
    expect(await openSpans(undefined)).toBe(NO_SPANS);
    expect(loadedWith('undefined')).toBe('0');
    expect(Number(loadedWith(`{ otlp: '${url}' }`))).toBeGreaterThan(0);
  }, 60_000);

  /** How many files of the libraries are loaded once the service's code is, and spans are opened, in a process of its own. */
  const loadedWith = (telemetry: string): string => {
    const [loader, start, spans] = ['../scripts/source-loader.mjs', '../src/start.ts', '../src/telemetry/open-spans.ts'].map(
      (path) => fileURLToPath(new URL(path, import.meta.url)),
    );
    const code = `
      await import('${start!}');
      await (await import('${spans!}')).openSpans(${telemetry});
      const { default: module } = await import('node:module');
      const loaded = Object.keys(module._cache).filter((name) => /@opentelemetry.(sdk|exporter|otlp|context)/.test(name));
      process.stdout.write(String(loaded.length), () => process.exit(0));`;
    const args = ['--disable-warning=ExperimentalWarning', '--import', loader!, '--input-type=module', '-e', code];
    return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout;
  };

  it('hold what is allowed and nothing else, whatever somebody puts into them', async () => {
    const spans = new OtelSpans(url);
    const planted = {
      'habeas.source': 'crm',
      'habeas.collection': 'lovelace@example.org',
      'db.statement': 'SELECT lovelace',
      password: 'hunter2',
    };
    await spans.within('step', planted, async () => {
      spans.note({ 'habeas.step.kind': "search O'Lovelace", 'enduser.id': 'Ada Lovelace' } as SpanAttributes);
      await spans.within('transaction', {}, () => Promise.resolve());
      const fault = spans.within('source', {}, () => Promise.reject(new TypeError('lovelace@example.org is no number')));
      await expect(fault).rejects.toThrow('no number');
    });
    await spans.within('transaction', {}, () => Promise.resolve());
    await spans.within('Ada Lovelace' as 'step', {}, () => Promise.resolve());
    spans.begin('request', { 'http.route': '/graphql' })('lovelace');
    await spans.close();
    const told = collector.spans;
    expect(told.map(({ name }) => name)).toEqual(['transaction', 'source', 'step', 'request']);
    expect(told[2]?.attributes).toEqual([{ key: 'habeas.source', value: { stringValue: 'crm' } }]);
    expect(told[1]).toMatchObject({ parentSpanId: told[2]?.spanId, events: [], status: { code: 2 } });
    expect(told[1]?.attributes).toEqual([{ key: 'error.type', value: { stringValue: 'TypeError' } }]);
    expect(collector.bodies.join('\n')).not.toMatch(/lovelace|hunter2|SELECT|no number/iu);
  });
});

describe('a service with telemetry', () => {
  let house: ServiceHouse;
  beforeAll(async () => {
    collector.bodies.length = 0;
    house = await serviceHouse(`worker: { idleSeconds: 0.05 }\ntelemetry: { otlp: '${url}' }\n`);
  }, 120_000);

  it('tells of requests, operations, steps, sources and transactions, and nothing of anybody', async () => {
    const officer = await officerOf(house);
    const [person] = house.world.association;
    await runScene({
      officer,
      person: person!,
      format: 'csv',
      language: 'en',
      folder: join(house.folder, 'out'),
      say: () => undefined,
    });
    const secret = ['Ada', 'Example'].join(' ');
    await officer.client.send(`/archives/${encodeURIComponent(secret)}?q=${encodeURIComponent('ada@example.org')}`);
    await officer.client.send('/graphql', {
      method: 'POST',
      body: JSON.stringify({ query: 'query AdaExample { viewer { id } }' }),
    });
    await house.stop();
    const told = collector.spans;
    const of = (name: string, key: string): readonly (string | undefined)[] => [
      ...new Set(
        told
          .filter((span) => span.name === name)
          .map(({ attributes = [] }) => attributes.find((each) => each.key === key)?.value.stringValue),
      ),
    ];
    expect(of('step', 'habeas.step.kind')).toEqual(expect.arrayContaining(['assemble', 'gather', 'search']));
    expect(of('request', 'http.route')).toEqual(
      expect.arrayContaining(['/graphql', '/archives/*', '/requests/*/events', '/session/set-up']),
    );
    expect(of('operation', 'graphql.operation.name')).toEqual(expect.arrayContaining(['StartRequest', 'other']));
    expect(of('source', 'habeas.call')).toEqual(expect.arrayContaining(['open', 'locate', 'read']));
    expect(of('source', 'habeas.collection').length).toBeGreaterThan(2);
    expect(told.filter(({ name }) => name === 'transaction').length).toBeGreaterThan(10);
    const keys = new Set(told.flatMap(({ attributes = [] }) => attributes.map(({ key }) => key)));
    expect([...keys].filter((key) => !(ALLOWED_ATTRIBUTES as readonly string[]).includes(key))).toEqual([]);
    const text = collector.bodies.join('\n');
    const given = house.world.association.flatMap((each) => each.given.map(({ value }) => value));
    expect([...given, secret, 'AdaExample', 'ada@example.org', 'req_', 'SELECT'].filter((value) => text.includes(value))).toEqual(
      [],
    );
  }, 60_000);
});
