// Compiles src/language/syntax/network/kernels.wat to kernels.ts beside it. A test fails when the two drift apart.
//   node scripts/kernels.js
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const loadWabt = require('wabt');

const folder = join(__dirname, '../src/language/syntax/network');

/** The bytes of kernels.wat as WebAssembly, in base64. */
async function compileKernels() {
  const wabt = await loadWabt();
  const parsed = wabt.parseWat('kernels.wat', readFileSync(join(folder, 'kernels.wat'), 'utf8'), { simd: true });
  try {
    parsed.resolveNames();
    parsed.validate();
    return Buffer.from(parsed.toBinary({}).buffer).toString('base64');
  } finally {
    parsed.destroy();
  }
}

async function main() {
  const lines = (await compileKernels()).match(/.{1,100}/g).map((line) => `  '${line}',`);
  const text = `/** kernels.wat as WebAssembly in base64, by scripts/kernels.js. */\nexport const kernels = [\n${lines.join('\n')}\n].join('');\n`;
  writeFileSync(join(folder, 'kernels.ts'), text);
}

if (require.main === module) void main();

module.exports = { compileKernels };
