import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Recording } from './command';

/** A server that has just started is not disturbed. */
const REST_MILLISECONDS = 30_000;

/**
 * Records, once for a server on a Java, what lets the next start be a fast one: Java's ahead-of-time cache. Without it everything works, so
 * whatever goes wrong here is passed over, and tried again in the next window.
 */
export class CacheRecorder {
  private timer: NodeJS.Timeout | undefined;
  private child: ChildProcess | undefined;

  constructor(private readonly rest = REST_MILLISECONDS) {}

  /** Records when the machine has had some rest, unless that is done already. */
  soon(recording: Recording): void {
    this.dispose();
    if (!existsSync(recording.file)) {
      this.timer = setTimeout(() => {
        this.record(recording);
      }, this.rest);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.child?.kill();
    this.child = undefined;
  }

  private record(recording: Recording): void {
    const folder = dirname(recording.file);
    const output = `${recording.file}.${String(process.pid)}`;
    try {
      mkdirSync(folder, { recursive: true });
      const child = spawn(recording.command, recording.args(output), { cwd: recording.folder, stdio: 'ignore', windowsHide: true });
      this.child = child;
      child.on('error', () => {
        this.child = undefined;
      });
      child.on('exit', code => {
        this.child = undefined;
        keep(output, recording.file, code === 0);
      });
      setPriority(child.pid ?? 0, constants.priority.PRIORITY_LOW);
    } catch {
      this.dispose();
    }
  }
}

/** Puts a complete cache in the place of everything that was recorded before, or throws it away. */
function keep(output: string, file: string, isComplete: boolean): void {
  try {
    if (isComplete && existsSync(output)) {
      renameSync(output, file);
      const folder = dirname(file);
      readdirSync(folder)
        .filter(name => name !== basename(file))
        .forEach(name => {
          rmSync(join(folder, name), { force: true });
        });
    } else {
      rmSync(output, { force: true });
    }
  } catch {
    // Another window has it open, or has been faster.
  }
}
