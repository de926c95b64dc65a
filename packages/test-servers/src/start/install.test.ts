import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotInstall, installPackages } from './install.js';

describe('installing packages', () => {
  const path = process.env['PATH'];
  let folder: string;
  const at = (name: string): string => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-install-'));
    process.env['PATH'] = `${folder}:${String(path)}`;
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true });
  });

  /** An apt-get that writes down what it was asked, and whether services would start. */
  function fakeApt(exitCode: number): void {
    const script = `#!/bin/sh\n[ -x ${at('policy')} ] && sh ${at('policy')}\necho "$? $*" >>${at('asked')}\nexit ${String(exitCode)}\n`;
    writeFileSync(at('apt-get'), script);
    chmodSync(at('apt-get'), 0o755);
  }

  it('brings the lists up to date first, and lets nothing start', async () => {
    fakeApt(0);
    await installPackages(['mariadb-server', 'postgresql'], { policy: at('policy') });
    expect(readFileSync(at('asked'), 'utf8').trim().split('\n')).toEqual([
      '101 -o DPkg::Lock::Timeout=300 update -qq',
      '101 -o DPkg::Lock::Timeout=300 install -y --no-install-recommends mariadb-server postgresql',
    ]);
    expect(existsSync(at('policy'))).toBe(false);
  });

  it('downloads first where there is little time, and does not wait for longer', async () => {
    fakeApt(0);
    await installPackages(['wordpress'], { policy: at('policy'), downloadLimitMs: 60_000 });
    expect(readFileSync(at('asked'), 'utf8').trim().split('\n').slice(1)).toEqual([
      '101 -o DPkg::Lock::Timeout=300 install -y --no-install-recommends wordpress --download-only',
      '101 -o DPkg::Lock::Timeout=300 install -y --no-install-recommends wordpress',
    ]);
    writeFileSync(at('apt-get'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
    const slow = installPackages(['wordpress'], { policy: at('policy'), downloadLimitMs: 100 });
    await expect(slow).rejects.toThrow('longer than 0.1 seconds');
    expect(existsSync(at('policy'))).toBe(false);
  });

  it('leaves somebody else’s policy where it is', async () => {
    fakeApt(0);
    writeFileSync(at('policy'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    await installPackages(['postgresql'], { policy: at('policy') });
    expect(existsSync(at('policy'))).toBe(true);
  });

  it('fails when apt-get does, and leaves no policy behind', async () => {
    fakeApt(100);
    await expect(installPackages(['postgresql'], { policy: at('policy') })).rejects.toThrow('apt-get');
    expect(existsSync(at('policy'))).toBe(false);
  });

  it('is out of the question without apt-get, or for anybody but root', () => {
    const asUser = (uid: number): void => {
      jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(uid);
    };
    asUser(0);
    process.env['PATH'] = folder;
    expect(cannotInstall()).toContain('no apt-get');
    fakeApt(0);
    expect(cannotInstall()).toBeUndefined();
    asUser(1_000);
    expect(cannotInstall()).toBe('it is not on this machine, and only root may install it');
  });
});
