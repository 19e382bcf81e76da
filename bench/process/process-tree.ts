import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

interface ProcessStat {
  readonly parent: number;
  /** Clock ticks in user and kernel mode. */
  readonly ticks: number;
}

/** Ticks per second as /proc counts them: USER_HZ, 100 on every Linux that Electron runs on. */
const ticksPerSecond = 100;

/** @returns a process and all its descendants, as they are now. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? readStat(pid) : null;
    if (stat === null) continue;
    const siblings = children.get(stat.parent);
    if (siblings === undefined) children.set(stat.parent, [pid]);
    else siblings.push(pid);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** @returns the proportional set size of the tree, in MB (10^6 bytes). Shared pages count for their share among all processes of the machine. */
export function memoryOf(root: number): number {
  const kilobytes = processTree(root).map(pssOf);
  return (kilobytes.reduce((sum, one) => sum + one, 0) * 1024) / 1e6;
}

/**
 * @returns what the tree has written into its memory, in MB: code and data of files, which processes share and the system takes back
 * as it likes, do not count. What grows by itself grows here, whatever else runs on the machine.
 */
export function writtenMemoryOf(root: number): number {
  return (processTree(root).reduce((sum, pid) => sum + rollupOf(pid, 'Pss_Dirty'), 0) * 1024) / 1e6;
}

/** @returns {@link writtenMemoryOf} of each process in MB, by what it is. */
export function writtenByProcess(root: number): readonly string[] {
  return processTree(root).map((pid) => `${typeOf(pid)} ${((rollupOf(pid, 'Pss_Dirty') * 1024) / 1e6).toFixed(0)}`);
}

/** @returns open files, sockets (a peer connection has several) and devices of all processes of the tree. */
export function handlesOf(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + filesOf(pid), 0);
}

function filesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    // It ended meanwhile.
    return 0;
  }
}

/** @returns the proportional set size of each process of the tree in MB, by what it is: `browser`, `renderer`, `gpu-process` and so on, the largest first. */
export function memoryByProcess(root: number): readonly string[] {
  const sizes = processTree(root).map((pid) => ({ type: typeOf(pid), megabytes: (pssOf(pid) * 1024) / 1e6 }));
  return sizes.toSorted((a, b) => b.megabytes - a.megabytes).map(({ type, megabytes }) => `${type} ${megabytes.toFixed(0)}`);
}

/** @returns the percentage of a core each process used between two readings, by what it is, the busiest first. */
export function cpuByProcess(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>, seconds: number): readonly string[] {
  const shares = [...after].map(([pid, used]) => ({ type: typeOf(pid), share: ((used - (before.get(pid) ?? 0)) / seconds) * 100 }));
  return shares.toSorted((a, b) => b.share - a.share).map(({ type, share }) => `${type} ${share.toFixed(1)}`);
}

function typeOf(pid: number): string {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return /--utility-sub-type=([\w.]+)/.exec(command)?.[1] ?? /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser';
  } catch {
    return 'gone';
  }
}

/** @returns how many seconds of a core each process of the tree has used so far. */
export function cpuOf(root: number): ReadonlyMap<number, number> {
  return new Map(processTree(root).map((pid) => [pid, (readStat(pid)?.ticks ?? 0) / ticksPerSecond]));
}

/** @returns seconds of a core between two readings; what began in between counts whole. */
export function cpuBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  let seconds = 0;
  for (const [pid, used] of after) seconds += used - (before.get(pid) ?? 0);
  return seconds;
}

function pssOf(pid: number): number {
  return rollupOf(pid, 'Pss');
}

/** @returns one line of the process's memory map, added up; kB. */
function rollupOf(pid: number, line: 'Pss' | 'Pss_Dirty'): number {
  try {
    return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It ended meanwhile, or is a zombie.
    return 0;
  }
}

function readStat(pid: number): ProcessStat | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

/** Reads a line of /proc/<pid>/stat; the name in it may hold spaces and brackets (proc(5)). */
export function parseStat(line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

/** @returns how many processes outside the tree run the same executable, and so share its pages. */
export function sharersOf(root: number): number {
  const tree = new Set(processTree(root));
  const executable = executableOf(root);
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && !tree.has(Number(name)) && executableOf(Number(name)) === executable).length;
}

function executableOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return null;
  }
}
