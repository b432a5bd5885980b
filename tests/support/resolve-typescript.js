const Module = require('node:module');

// jest maps `./name.js` to `./name.ts` for tests, but not for its global setup: this does the same there.
const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveFilename(request, ...rest) {
  if (!/^\.{1,2}\/.*\.js$/.test(request)) return resolve.call(this, request, ...rest);
  try {
    return resolve.call(this, request, ...rest);
  } catch {
    return resolve.call(this, request.replace(/\.js$/, '.ts'), ...rest);
  }
};
