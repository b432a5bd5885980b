/**
 * The benchmark: `npm run bench -- --help`. Runs its parts one after the other, prints what they measured and puts it on
 * top of bench/RESULTS.md.
 */
import 'reflect-metadata';
import { makeDataSet } from './data/data-set.js';
import { loadDataSet, type LoadReport } from './data/load.js';
import { shapeOfScale } from './data/shape.js';
import { growthScales, help, readOptions, type Options } from './options.js';
import { measureAbuse } from './parts/abuse.js';
import { measureClaims } from './parts/claims.js';
import { measureGrowth, type GrowthPoint } from './parts/growth.js';
import { measureIngest } from './parts/ingest.js';
import { measureReads } from './parts/reads.js';
import { measureStart } from './parts/start.js';
import { measureSyntax } from './parts/syntax.js';
import { abuseSection } from './report/abuse-section.js';
import { claimsSection } from './report/claims-section.js';
import { growthSection } from './report/growth-section.js';
import { record, runHeading } from './report/record.js';
import { readsSection } from './report/reads-section.js';
import { ingestSection, loadSection, startSection } from './report/sections.js';
import { syntaxSection } from './report/syntax-section.js';
import { startServer, type BenchServer } from './support/database.js';
import { installPostGraphile } from './support/postgraphile.js';

const tell = (sentence: string) => console.error(`${new Date().toISOString().slice(11, 19)}  ${sentence}`);

async function makePoint(server: BenchServer, scale: number, seed: number, loads: LoadReport[]): Promise<GrowthPoint> {
  const dataSet = makeDataSet(shapeOfScale(scale, seed));
  tell(`Loading ${dataSet.counts.articles} articles …`);
  const database = await server.create(`bench_${loads.length}`);
  const store = await database.open();
  let told = 0;
  const report = await loadDataSet(store, dataSet, (articles) => {
    if (articles < told + 5_000) return;
    told = articles;
    tell(`${articles} articles are in.`);
  }).finally(() => store.close());
  loads.push(report);
  return { scale, dataSet, database };
}

/** Measures part by part, and adds to the sections what each gave. */
async function runParts(options: Options, server: BenchServer, sections: string[]): Promise<void> {
  const { scale, seed, only } = options;
  // Before anything is measured: without it the rest would be in vain.
  const postGraphile = only.includes('reads') && options.withPostGraphile ? installPostGraphile() : null;
  const add = (section: string) => sections.push(section, '');
  if (only.includes('start')) {
    tell('Measuring the start …');
    add(startSection(await measureStart()));
  }
  if (only.includes('syntax')) {
    tell('Measuring the reading of text …');
    add(syntaxSection(measureSyntax(seed)));
  }
  if (only.includes('claims')) {
    tell('Measuring claims and speakers …');
    add(claimsSection(measureClaims(seed)));
  }
  if (only.includes('ingest')) {
    tell('Measuring the ingest …');
    add(ingestSection(await measureIngest(server, seed)));
  }
  const scales = only.includes('growth')
    ? growthScales(scale)
    : only.includes('reads') || only.includes('abuse')
      ? [scale]
      : [];
  const loads: LoadReport[] = [];
  const points: GrowthPoint[] = [];
  for (const size of scales) points.push(await makePoint(server, size, seed, loads));
  if (loads.length > 0) add(loadSection(loads));
  const largest = points.at(-1);
  if (largest && only.includes('reads')) {
    tell('Measuring the reads …');
    add(readsSection(await measureReads(largest.database, { ...options, postGraphile })));
  }
  if (only.includes('growth')) {
    tell('Measuring growth …');
    add(growthSection(await measureGrowth(points, seed)));
  }
  if (largest && only.includes('abuse')) {
    tell('Measuring abuse …');
    add(abuseSection(await measureAbuse(largest.database, seed)));
  }
}

/** What was typed; null when there is nothing to run, because help was wanted or it made no sense. */
function askedFor(): Options | null {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options === null) console.log(help);
    return options;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    process.exitCode = 2;
    return null;
  }
}

async function main(): Promise<void> {
  const options = askedFor();
  if (options === null) return;
  const since = performance.now();
  const server = await startServer();
  const sections: string[] = [];
  try {
    await runParts(options, server, sections);
    const text = [runHeading(options, (performance.now() - since) / 1000), '', ...sections].join('\n').trimEnd();
    console.log(text);
    if (options.isRecorded) record(text);
  } catch (error) {
    // What was measured until then is not lost, but is no run to record.
    console.log(sections.join('\n'));
    throw error;
  } finally {
    await server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
