import type { Settings } from '../client/settings';
import { executableIn, findJava, OLDEST_JAVA, type Surroundings } from './java';

/** What starts the server; or why nothing does, in one line, and what would help. */
export type ServerCommand =
  | { readonly ok: true; readonly command: string; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problem: string; readonly remedy: 'java' | 'server' };

/** As `bin/plimsoll` starts an editor's server, which a window cannot run on every platform. */
const JVM_OPTIONS = [
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-XX:+UseParallelGC',
  '-XX:ParallelGCThreads=2',
  '--sun-misc-unsafe-memory-access=allow',
  '-Xlog:disable',
  '-Xlog:all=error:stderr',
];

/**
 * The command of the server: the `plimsoll` of the settings, or else the one in the extension on the Java of the settings, on the runtime
 * in the extension, or on a Java of the machine, in this order.
 *
 * @param home the folder of the server in the extension
 */
export function serverCommand(settings: Settings, home: string, at: Surroundings): ServerCommand {
  if (settings.serverPath !== '') {
    return at.exists(settings.serverPath)
      ? { ok: true, command: settings.serverPath, args: ['lsp'], env: launcherEnvironment(settings) }
      : { ok: false, problem: `\`plimsoll.server.path\` does not exist: ${settings.serverPath}.`, remedy: 'server' };
  }
  const runtime = executableIn(`${home}/runtime`, at);
  const java =
    settings.javaHome === '' && at.exists(runtime) ? { found: true as const, executable: runtime } : findJava(settings.javaHome, at);
  return java.found
    ? {
        ok: true,
        command: java.executable,
        args: [...JVM_OPTIONS, ...settings.javaOptions, '-cp', `${home}/lib/plimsoll.jar`, 'dev.plimsoll.cli.Main', 'lsp'],
        env: {},
      }
    : { ok: false, problem: `Plimsoll needs Java ${String(OLDEST_JAVA)} or newer. ${java.reason}`, remedy: 'java' };
}

/** The launcher takes options of the JVM from its environment. */
function launcherEnvironment(settings: Settings): Record<string, string> {
  return settings.javaOptions.length === 0 ? {} : { PLIMSOLL_JAVA_OPTS: settings.javaOptions.join(' ') };
}
