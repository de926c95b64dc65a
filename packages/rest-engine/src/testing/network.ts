import assert from 'node:assert/strict';
import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';
import type { Http, HttpReply, HttpRequest } from '../http/http.js';
import { openHttp, type HttpOptions } from '../http/open-http.js';
import { startScriptedServer, type Script, type ScriptedReply, type ScriptedServer } from './scripted-server.js';

/** Servers and clients of one test, closed together. */
export interface TestNetwork {
  server(script: Script | readonly ScriptedReply[]): Promise<ScriptedServer>;
  /** HTTP that may use the loopback interface without TLS, unless the options say otherwise. */
  open(options: HttpOptions): Http;
  close(): Promise<void>;
}

/** A network that reaches no further than this machine. */
export function testNetwork(): TestNetwork {
  const open: { close(): Promise<void> }[] = [];
  const kept = <T extends { close(): Promise<void> }>(one: T): T => {
    open.push(one);
    return one;
  };
  return {
    server: async (script) => kept(await startScriptedServer(script)),
    open: (options) => kept(openHttp({ privateNetworks: ['127.0.0.0/8'], insecure: true, ...options })),
    close: async () => {
      await Promise.all(open.splice(0).map((one) => one.close()));
    },
  };
}

/** A request that asks for a person. */
export function testRequest(url: string | URL, more: Partial<HttpRequest> = {}): HttpRequest {
  return { label: 'contacts.search', method: 'GET', url: new URL(url), headers: {}, ...more };
}

/** Sends such a request. */
export function send(http: Http, url: string | URL, more: Partial<HttpRequest> = {}): Promise<HttpReply> {
  return http.send(testRequest(url, more), new AbortController().signal);
}

/** What was asked for in vain: the error of what has to fail, which tells neither who was looked for nor with which secret. */
export async function faultOf(work: Promise<unknown>): Promise<ConnectorError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof ConnectorError, `expected a ConnectorError, found ${String(error)}`);
  assert.doesNotMatch(`${error.message} ${error.remedy ?? ''}`, /ann[@%]|s3cr3t|127\.0|\?/u);
  return error;
}

/** The class of {@link faultOf}. */
export async function faultClassOf(work: Promise<unknown>): Promise<ErrorClass> {
  return (await faultOf(work)).errorClass;
}
