const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

/** Our own relative imports end in `.js` and mean the TypeScript beside them; a package's imports are left as they are. */
const isOurs = (request, { basedir }) => /^\.{1,2}\/.*\.js$/.test(request) && !/[\\/]node_modules[\\/]/.test(basedir);

const typed = (request, { basedir }) =>
  request.replace(/\.js$/, existsSync(resolve(basedir, request.replace(/\.js$/, '.tsx'))) ? '.tsx' : '.ts');

module.exports = (request, options) =>
  options.defaultResolver(isOurs(request, options) ? typed(request, options) : request, options);
