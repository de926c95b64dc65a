import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Account } from './account.js';
import type { Command, ServerRecipe } from './recipe.js';

/** Longest wait for a server to end before it is killed, in milliseconds. */
const STOP_LIMIT_MS = 15_000;

/** A server that lives no longer than this process, however this process ends. */
export interface GuardedServer {
  /** Settles when the server is gone, with the end of its log where nobody asked it to stop. */
  readonly ended: Promise<string>;
  /** Ends it and removes its folder. Safe to call twice. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL and removes its folder. Safe to call twice, and after `stop`. */
  kill(): Promise<void>;
}

/** What a guarded server runs. */
export interface GuardedCommands {
  readonly home: string;
  readonly initialise: Command;
  readonly serve: Command;
  readonly stopSignal: ServerRecipe['stopSignal'];
  readonly account: Account | undefined;
}

/**
 * Starts a server under a small shell that holds the reading end of a pipe. The pipe closes when this process ends, even
 * when it is killed: the shell then stops the server and removes its folder. No signal handler is needed here.
 */
export function startGuarded({ account, home, ...commands }: GuardedCommands): GuardedServer {
  const guard = spawn('/bin/sh', ['-c', guardScript({ home, ...commands })], {
    cwd: home,
    detached: true, // its own process group: Ctrl-C at the terminal must not reach the server before its clients
    stdio: ['pipe', 'ignore', 'pipe'],
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  });
  let log = '';
  guard.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  guard.stdin.on('error', () => undefined); // the shell is gone already: `ended` tells
  const ended = once(guard, 'close').then(() => log);
  letExit(guard);
  return { ended, stop: () => stop(guard, ended, home), kill: () => kill(guard, ended, home) };
}

/** A running server alone must not keep a process alive that has nothing else to do. */
function letExit(guard: ChildProcess): void {
  guard.unref();
  for (const stream of [guard.stdin, guard.stderr]) (stream as { unref?: () => void } | null)?.unref?.();
}

async function stop(guard: ChildProcess, ended: Promise<string>, home: string): Promise<void> {
  holdOn(guard);
  guard.stdin?.end();
  const timer = setTimeout(() => {
    killAll(guard);
  }, STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
  await rm(home, { recursive: true, force: true });
}

async function kill(guard: ChildProcess, ended: Promise<string>, home: string): Promise<void> {
  holdOn(guard);
  if (guard.exitCode === null && guard.signalCode === null) killAll(guard);
  await ended;
  await rm(home, { recursive: true, force: true });
}

function holdOn(guard: ChildProcess): void {
  guard.ref();
  (guard.stderr as { ref?: () => void } | null)?.ref?.();
}

/** The shell and everything it has started are one process group. */
function killAll(guard: ChildProcess): void {
  if (guard.pid !== undefined) process.kill(-guard.pid, 'SIGKILL');
}

/** The shell program that runs a server for as long as its standard input is open. */
export function guardScript({ home, initialise, serve, stopSignal }: Omit<GuardedCommands, 'account'>): string {
  return `
exec 3<&0
trap : TERM
trap '' PIPE
stopping=
{ ${quoteAll(initialise)} && exec ${quoteAll(serve)}; } </dev/null >${quote(home)}/log 2>&1 3<&- &
server=$!
{ trap : TERM; cat <&3 >/dev/null; kill -TERM 0; kill -${stopSignal} $server; } 2>/dev/null &
watch=$!
exec 3<&-
while kill -0 $server 2>/dev/null; do wait $server; [ $? -gt 128 ] && stopping=1; done
[ "$stopping" ] || tail -n 20 ${quote(home)}/log >&2
kill -KILL $watch 2>/dev/null
tries=0
until rm -rf ${quote(home)} 2>/dev/null || [ $tries -gt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
`;
}

function quoteAll(command: Command): string {
  return command.map(quote).join(' ');
}

function quote(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
