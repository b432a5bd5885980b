import type { Config } from '../config.js';
import { openTarget } from './target.js';

/** Takes the demo in. @returns a sentence that says what was done */
export async function loadDemo(config: Config): Promise<string> {
  const target = await openTarget(config);
  try {
    const { articles } = await target.loadDemo();
    await target.settle();
    return `The demo is loaded: ${articles} new articles of invented outlets.`;
  } finally {
    await target.close();
  }
}

/** Takes the demo out. @returns a sentence that says what was done */
export async function removeDemo(config: Config): Promise<string> {
  const target = await openTarget(config);
  try {
    const { articles } = await target.removeDemo();
    await target.settle();
    return `The demo is removed: ${articles} articles with all that was made of them.`;
  } finally {
    await target.close();
  }
}
