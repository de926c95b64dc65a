/** Our own relative imports end in `.js` and mean the TypeScript beside them; a package's imports are left as they are. */
const isOurs = (request, { basedir }) => /^\.{1,2}\/.*\.js$/.test(request) && !/[\\/]node_modules[\\/]/.test(basedir);

module.exports = (request, options) =>
  options.defaultResolver(isOurs(request, options) ? request.replace(/\.js$/, '.ts') : request, options);
