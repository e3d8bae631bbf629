import { createHash } from 'node:crypto';
import type { Settings } from '../client/settings';
import { executableIn, findJava, OLDEST_JAVA, type Surroundings } from './java';

/** What starts the server; or why nothing does, in one line, and what would help. */
export type ServerCommand =
  | {
      readonly ok: true;
      readonly command: string;
      readonly args: readonly string[];
      readonly env: Readonly<Record<string, string>>;
      /** What makes the next start a fast one; undefined for a server that sees to that itself. */
      readonly recording?: Recording;
    }
  | { readonly ok: false; readonly problem: string; readonly remedy: 'java' | 'server' };

/** How Java's ahead-of-time cache of this very server on this very Java is recorded. */
export interface Recording {
  readonly file: string;
  readonly command: string;
  readonly args: (output: string) => readonly string[];
  /** The folder to do it in. */
  readonly folder: string;
}

/** As `bin/plimsoll` starts an editor's server, which a window cannot run on every platform. */
const JVM_OPTIONS = [
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-XX:+UseParallelGC',
  '-XX:ParallelGCThreads=2',
  '-XX:+UseCompactObjectHeaders',
  '--sun-misc-unsafe-memory-access=allow',
  '-Xlog:disable',
  '-Xlog:all=error:stderr',
];

/** Why is said in `bin/plimsoll`. */
const COMPILER_OPTIONS = [
  '-XX:Tier4InvocationThreshold=50000',
  '-XX:Tier4MinInvocationThreshold=6000',
  '-XX:Tier4CompileThreshold=150000',
  '-XX:Tier4BackEdgeThreshold=400000',
];

/** Where a server is, and where it may keep what makes it start fast. */
export interface Folders {
  /** The folder of the server in the extension. */
  readonly home: string;
  readonly caches: string;
}

/**
 * The command of the server: the `plimsoll` of the settings, or else the one in the extension on the Java of the settings, on the runtime
 * in the extension, or on a Java of the machine, in this order.
 */
export function serverCommand(settings: Settings, folders: Folders, at: Surroundings): ServerCommand {
  if (settings.serverPath !== '') {
    return at.exists(settings.serverPath)
      ? { ok: true, command: settings.serverPath, args: ['lsp'], env: launcherEnvironment(settings) }
      : { ok: false, problem: `\`plimsoll.server.path\` does not exist: ${settings.serverPath}.`, remedy: 'server' };
  }
  const runtime = executableIn(`${folders.home}/runtime`, at);
  const java =
    settings.javaHome === '' && at.exists(runtime) ? { found: true as const, executable: runtime } : findJava(settings.javaHome, at);
  return java.found
    ? inExtension(java.executable, settings, folders, at)
    : { ok: false, problem: `Plimsoll needs Java ${String(OLDEST_JAVA)} or newer. ${java.reason}`, remedy: 'java' };
}

function inExtension(java: string, settings: Settings, { home, caches }: Folders, at: Surroundings): ServerCommand {
  const options = [...JVM_OPTIONS, ...settings.javaOptions];
  const classPath = ['-cp', `${home}/lib/plimsoll.jar`];
  const release = at.read(java.replace(/\/bin\/[^/]*$/, '/release')) ?? '';
  const file = `${caches}/${hash([java, release, home, ...options])}.aot`;
  const cache = at.exists(file) ? [`-XX:AOTCache=${file}`] : [];
  return {
    ok: true,
    command: java,
    args: [...cache, ...JVM_OPTIONS, ...COMPILER_OPTIONS, ...settings.javaOptions, ...classPath, 'dev.plimsoll.cli.Main', 'lsp'],
    env: {},
    recording: {
      file,
      command: java,
      args: output => [`-XX:AOTCacheOutput=${output}`, ...options, ...classPath, 'dev.plimsoll.cli.AotTraining', 'lib/aot-training-lsp.txt'],
      folder: home,
    },
  };
}

function hash(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);
}

/** The launcher takes options of the JVM from its environment. */
function launcherEnvironment(settings: Settings): Record<string, string> {
  return settings.javaOptions.length === 0 ? {} : { PLIMSOLL_JAVA_OPTS: settings.javaOptions.join(' ') };
}
