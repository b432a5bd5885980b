// Unpacks the Chromium that comes inside the npm package, with the libraries that a bare Linux lacks (libnss3, libnspr4,
// libexpat), and prints where it is. It does the latter only where it believes itself on Amazon's Linux, so the caller
// says so in the environment; and it always unpacks into the temporary folder, which the caller sets through TMPDIR.
const chromium = require('@sparticuz/chromium');

chromium.executablePath().then((executablePath) => {
  const { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } = process.env;
  process.stdout.write(JSON.stringify({ executablePath, libraries, fonts }));
});
