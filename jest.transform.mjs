import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import swc from '@swc/jest';

/**
 * What SWC writes beside a decorator for a type that may be no value: `typeof X === "undefined" ? Object : X`. It stands in
 * none of our files, and one of its two ways is never gone, so coverage would count a branch that no test can reach.
 */
const GUARD = /^(\s*(?:_ts_metadata\("design:\w+", )?typeof ([\w.]+) === "undefined" \? )(Object : \2(?:[,)]|$))/u;

const own = readFileSync(new URL(import.meta.url));

/** SWC, with those guards, and nothing else, left out of coverage. */
const createTransformer = (options) => {
  const transformer = swc.createTransformer(options);
  const marked = (result) => ({ ...result, code: result.code.split('\n').map(markLine).join('\n') });
  return {
    ...transformer,
    process: (...args) => marked(transformer.process(...args)),
    processAsync: async (...args) => marked(await transformer.processAsync(...args)),
    getCacheKey: (...args) =>
      createHash('sha256')
        .update(own)
        .update(transformer.getCacheKey(...args))
        .digest('hex'),
  };
};

function markLine(line) {
  return line.replace(GUARD, '$1/* istanbul ignore next */ $3');
}

export default { createTransformer };
