// The process of one step of the training; scripts/train.js starts it.
const { runStep } = require('./steps.js');

const [step, from, to, work, seed] = process.argv.slice(2);
runStep(step, { from, to, work, seed: Number(seed) });
