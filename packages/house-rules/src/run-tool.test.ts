import { describe, expect, it } from '@jest/globals';
import { demandWork, run, runTool } from './run-tool.js';

const node = (code: string) => run('.', process.execPath, ['-e', code]);

describe('run', () => {
  it('gives both outputs and the exit code', async () => {
    expect(await node("console.log('out'); console.error('err'); process.exitCode = 3")).toEqual({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  it('rejects when the program is killed or does not exist', async () => {
    await expect(node("process.kill(process.pid, 'SIGKILL')")).rejects.toThrow('was ended by SIGKILL');
    await expect(run('.', 'no-such-program', [])).rejects.toThrow('ENOENT');
  });
});

describe('demandWork', () => {
  it('says what the tool said', async () => {
    const ran = await runTool('.', '-e', ["console.log('only this')"]);
    expect(() => demandWork(ran, 'tool')).toThrow('tool did not run:\nonly this');
  });
});
