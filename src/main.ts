import 'reflect-metadata';
import { readConfig } from './config.js';
import { isParallaxError } from './errors.js';

/** How long a stop may take before the process ends anyway, in milliseconds. */
const patience = 30_000;

async function main(): Promise<void> {
  // Signals are heard from the beginning: a stop that comes during the start waits for its end.
  // So the start itself waits until they are heard: it takes the data folder in its first step.
  const starting = Promise.resolve().then(async () => {
    const config = readConfig();
    // Takes a second to load: mistakes in the configuration are told before, and signals heard.
    const { serve } = await import('./commands/serve.js');
    return serve(config, (line) => console.log(line));
  });
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    console.log(`Stopping (${signal}).`);
    setTimeout(() => {
      console.error('Stopping took too long.');
      process.exit(1);
    }, patience).unref();
    starting.then(
      (service) =>
        service.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            console.error('Stopping failed:', error);
            process.exit(1);
          },
        ),
      () => undefined, // told below
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await starting;
}

main().catch((error: unknown) => {
  console.error(isParallaxError(error) ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
});
