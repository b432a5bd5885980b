import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The most memory that a process holds from now on, in bytes, when asked. Linux keeps that mark for each process and lets its
 * owner set it back to what is held now.
 * @returns null where the system keeps none
 */
export function watchPeak(processId: number): () => number | null {
  const [reset, status] = [`/proc/${processId}/clear_refs`, `/proc/${processId}/status`];
  if (!existsSync(reset)) return () => null;
  writeFileSync(reset, '5');
  return () => {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  };
}
