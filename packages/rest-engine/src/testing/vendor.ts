import type { ErrorClass } from '@habeas/connector-sdk';
import type { Authenticator } from '../auth/authenticator.js';
import { createAuthenticator } from '../auth/create-authenticator.js';
import { createCaller, type Caller, type CallOptions, type Reply } from '../call/create-caller.js';
import { responsesSchema } from '../call/responses-schema.js';
import type { Limit } from '../pace/limits-schema.js';
import { openPace } from '../pace/open-pace.js';
import { faultOf, testRequest, type TestNetwork } from './network.js';
import type { Script, ScriptedReply, ScriptedServer } from './scripted-server.js';
import { virtualClock, type VirtualClock } from './virtual-clock.js';

/** A scripted vendor, and a caller that asks it on a clock of its own. */
export interface TestVendor {
  readonly server: ScriptedServer;
  readonly caller: Caller;
  readonly clock: VirtualClock;
  readonly abort: AbortController;
  /** Calls, and lets the time pass that it takes; gives the seconds too. */
  readonly call: (options?: CallOptions) => Promise<{ readonly reply: Reply; readonly seconds: number }>;
  /** The same for a call that has to fail. */
  readonly fault: (
    options?: CallOptions,
  ) => Promise<{ readonly errorClass: ErrorClass; readonly retryAfterMs: number | undefined; readonly seconds: number }>;
}

/** What is not as usual. */
export interface TestVendorOptions {
  readonly responses?: unknown;
  readonly auth?: (server: ScriptedServer) => Authenticator;
  readonly limits?: readonly Limit[];
  readonly fileHosts?: readonly string[];
}

/** Starts the vendor, and asks it for a person with each call. */
export async function testVendor(
  network: TestNetwork,
  script: Script | readonly ScriptedReply[],
  options: TestVendorOptions = {},
): Promise<TestVendor> {
  const server = await network.server(script);
  const clock = virtualClock();
  const abort = new AbortController();
  const http = network.open({ origins: [server.origin], fileHosts: options.fileHosts ?? [] });
  const caller = createCaller({
    http,
    pace: openPace(options.limits ?? [{ concurrency: 2 }], clock),
    auth: options.auth?.(server) ?? createAuthenticator(undefined, { http, clock, signal: abort.signal }),
    responses: responsesSchema.parse(options.responses),
    clock,
    random: () => 1,
    signal: abort.signal,
  });
  const request = testRequest(`${server.origin}/ann@example.org?s3cr3t`);
  const seconds = async <T>(work: Promise<T>): Promise<readonly [T, number]> => {
    const since = clock.now();
    return [await clock.runUntil(work), (clock.now() - since) / 1000];
  };
  return {
    server,
    caller,
    clock,
    abort,
    call: async (more) => {
      const [reply, took] = await seconds(caller.call(request, more));
      return { reply, seconds: took };
    },
    fault: async (more) => {
      const [{ errorClass, retryAfterMs }, took] = await seconds(faultOf(caller.call(request, more)));
      return { errorClass, retryAfterMs, seconds: took };
    },
  };
}
