import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { guardScript, startGuarded, type GuardedCommands } from './guard.js';

const PID = 'echo $$ >"$1"; exec sleep 60';

describe('a guarded server', () => {
  let folder: string;
  let home: string;
  const pidFile = (): string => join(folder, 'pid');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "habeas-guard-'q'-"));
    home = mkdtempSync(join(folder, 'home-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const commands = (more: Partial<GuardedCommands> = {}): GuardedCommands => ({
    home,
    initialise: ['true'],
    serve: ['sh', '-c', PID, 'server', pidFile()],
    stopSignal: 'TERM',
    account: undefined,
    ...more,
  });

  async function until(holds: () => boolean): Promise<void> {
    for (let attempt = 0; attempt < 500 && !holds(); attempt += 1) await pause(10);
    expect(holds()).toBe(true);
  }
  const isServing = (): boolean => existsSync(pidFile()) && readFileSync(pidFile(), 'utf8').endsWith('\n');
  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const serverPid = (): number => Number(readFileSync(pidFile(), 'utf8'));

  it('ends when it is told to, and its folder goes with it', async () => {
    const server = startGuarded(commands());
    await until(isServing);
    const pid = serverPid();
    await server.stop();
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(home)).toBe(false);
  });

  it('can be killed together with everything it has started, and its folder goes with it', async () => {
    const server = startGuarded(commands());
    await until(isServing);
    const pid = serverPid();
    await server.kill();
    await server.kill();
    await server.stop();
    await until(() => !isAlive(pid)); // its parent was killed as well: somebody else has to reap it
    expect(existsSync(home)).toBe(false);
  });

  it('can be stopped while it is being initialised', async () => {
    const server = startGuarded(commands({ initialise: ['sleep', '60'] }));
    await server.stop();
    expect(isServing()).toBe(false);
    expect(existsSync(home)).toBe(false);
  });

  it('tells the end of its log when it ends by itself', async () => {
    const server = startGuarded(commands({ serve: ['sh', '-c', 'echo it broke; exit 3'] }));
    expect(await server.ended).toContain('it broke');
    expect(existsSync(home)).toBe(false);
  });

  it('does not serve where it could not be initialised', async () => {
    const server = startGuarded(commands({ initialise: ['sh', '-c', 'echo no room; exit 1'] }));
    expect(await server.ended).toContain('no room');
    expect(isServing()).toBe(false);
  });

  it('ends when the process that started it is killed', async () => {
    const options = "{ detached: true, stdio: ['pipe', 'ignore', 'pipe'] }";
    const start = `require('child_process').spawn('/bin/sh', ['-c', ${JSON.stringify(guardScript(commands()))}], ${options})`;
    const parent = spawn(process.execPath, ['-e', start], { stdio: 'ignore' });
    await until(isServing);
    const pid = serverPid();
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid) && !existsSync(home));
  });
});
