import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A mark of one run of a process: a process id is given again after its owner is gone, the pair of id and mark is not.
 * @returns null when no such process runs, or it cannot be looked at
 */
export function processMark(processId: number): string | null {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const status = readFileSync(`/proc/${processId}/stat`, 'utf8');
      // The second field is the program's name in brackets and may hold anything; start time is the twentieth after it.
      const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : `${boot}:${fields[19]}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(processId)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
