/**
 * One PDF in a process of its own: reads a request from standard input, as JSON, and writes the file to standard output.
 * A fault is told on standard error, in the typesetter's words without what it quotes: that is from the document.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const FAILED = 3;
const QUOTED = /"[^]*"|`[^]*`|<[^]*>/gu;

const { fonts, timestamp, data } = JSON.parse(readFileSync(0, 'utf8'));
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('.', import.meta.url)),
  fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
});
const result = compiler.compile({
  mainFileContent: readFileSync(new URL('document.typ', import.meta.url), 'utf8'),
  inputs: { data: JSON.stringify(data) },
});
if (result.hasError()) tell(compiler.fetchDiagnostics(result.takeError()).map(({ message }) => message));
else typeset(result.result);

function typeset(compiled) {
  try {
    process.stdout.write(compiler.pdf(compiled, { pdfStandard: 'ua-1', creationTimestamp: timestamp }));
  } catch (error) {
    tell([error.message]);
  }
}

function tell(messages) {
  process.stderr.write(messages.map((message) => message.replaceAll(QUOTED, '…')).join('; '));
  process.exitCode = FAILED;
}
