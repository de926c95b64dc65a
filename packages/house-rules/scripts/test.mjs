/**
 * Runs the tests of all packages with real database servers, and ends with a line for machines:
 * `N passed, N failed, N skipped`. Arguments go to Jest: a path, `-t title`, `--coverage` (which CI=true implies).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findRareServers, startServers } from '@habeas/test-servers';
import { packageFolders } from '../dist/boundaries/packages.js';
import { coverageFaults } from '../dist/test-run/coverage.js';
import { failedTests, skippedTests, tallyLine } from '../dist/test-run/tally.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const given = process.argv.slice(2);
const isWhole = given.every((argument) => argument === '--coverage');
const withCoverage = given.includes('--coverage') || (isWhole && process.env.CI === 'true');
const args = withCoverage && !given.includes('--coverage') ? [...given, '--coverage'] : given;

const folder = mkdtempSync(join(tmpdir(), 'habeas-test-'));
try {
  process.exitCode = await main(join(folder, 'report.json'));
} finally {
  rmSync(folder, { recursive: true });
}

async function main(reportFile) {
  const running = await startServers();
  for (const [name, server] of Object.entries(running.servers)) {
    say('url' in server ? `${name}: ${server.origin}` : `${name}: NOT AVAILABLE, ${server.unavailable}`);
  }
  for (const [name, server] of Object.entries(await findRareServers())) {
    say(
      'origin' in server ? `${name}: ${server.origin}` : `${name}: NOT AVAILABLE, its tests are skipped: ${server.unavailable}`,
    );
  }
  const chromium = await findChromium();
  say('path' in chromium ? `chromium: ${chromium.origin}` : `chromium: NOT AVAILABLE, ${chromium.unavailable}`);
  const browser = 'path' in chromium ? { HABEAS_TEST_CHROMIUM: chromium.path } : {};
  try {
    const exitCode = conclude(await runJest(reportFile, { ...running.environment, ...browser }), reportFile);
    const isMissing = [...Object.values(running.servers), chromium].some((each) => 'unavailable' in each);
    return process.env.CI === 'true' && isMissing ? 1 : exitCode;
  } finally {
    await running.stop();
  }
}

async function runJest(reportFile, environment) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${reportFile}`, ...args];
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [...flags, ...jest], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [exitCode] = await once(child, 'close');
  return exitCode ?? 1;
}

function conclude(jestExitCode, reportFile) {
  const report = readReport(reportFile);
  const skipped = isWhole ? skippedTests(report, root) : [];
  if (skipped.length > 0) say(`\nSKIPPED ${skipped.length}:\n  ${skipped.join('\n  ')}`);
  const failed = failedTests(report, root);
  if (failed.length > 0) say(`\nFAILED ${failed.length}:\n  ${failed.join('\n  ')}`);
  const uncovered = isWhole && withCoverage && jestExitCode === 0 ? readCoverageFaults() : [];
  if (uncovered.length > 0) say(`\nCOVERAGE IS TOO LOW:\n  ${uncovered.join('\n  ')}`);
  process.stdout.write(`\n${tallyLine(report)}\n`);
  return jestExitCode === 0 && uncovered.length > 0 ? 1 : jestExitCode;
}

/** When Jest dies before it can report, that is a failure and no test has passed. */
function readReport(reportFile) {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    say('Jest ended without a report: see above.');
    const none = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
    return { ...none, numRuntimeErrorTestSuites: 0, testResults: [] };
  }
}

function readCoverageFaults() {
  const summary = JSON.parse(readFileSync(join(root, 'coverage/coverage-summary.json'), 'utf8'));
  return coverageFaults(summary, root, packageFolders(root), sourcesOf);
}

function sourcesOf(folder) {
  const source = join(folder, 'src');
  if (!existsSync(join(root, source))) return [];
  const names = readdirSync(join(root, source), { recursive: true });
  return names.filter((name) => /\.tsx?$/u.test(name)).map((name) => join(source, name));
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
