import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';

/** The oldest Java that the server runs on. */
export const OLDEST_JAVA = 25;

/** What can be seen of a machine; paths have slashes on every platform. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** The text of a file; undefined where there is none. */
  read(path: string): string | undefined;
  /** The names in a folder; none where there is no folder. */
  list(folder: string): string[];
  /** The path behind all links; the path itself where there is nothing. */
  resolve(path: string): string;
}

export const realSurroundings: Surroundings = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  read: path => orElse(() => readFileSync(path, 'utf8'), undefined),
  list: folder => orElse(() => readdirSync(folder), []),
  resolve: path => orElse(() => slashes(realpathSync(path)), path),
};

export type FoundJava = { readonly found: true; readonly executable: string } | { readonly found: false; readonly reason: string };

/** A folder with a Java, and its feature release (25). */
interface Java {
  readonly executable: string;
  readonly release: number;
}

/**
 * Finds a Java that is new enough. One of the settings is meant and nothing else; without it comes `JAVA_HOME`, then the PATH, then where
 * Javas usually are. Versions are read from the `release` file that every Java carries, so nothing is started.
 */
export function findJava(chosen: string, at: Surroundings): FoundJava {
  if (chosen !== '') {
    const java = javaIn(slashes(chosen), at);
    if (java === undefined) {
      return { found: false, reason: `\`plimsoll.java.home\` is no Java: ${chosen}.` };
    }
    return java.release < OLDEST_JAVA
      ? { found: false, reason: `\`plimsoll.java.home\` is Java ${String(java.release)}: ${chosen}.` }
      : { found: true, executable: java.executable };
  }
  let newest = 0;
  for (const home of candidates(at)) {
    const java = javaIn(home, at);
    if (java !== undefined && java.release >= OLDEST_JAVA) {
      return { found: true, executable: java.executable };
    }
    newest = Math.max(newest, java?.release ?? 0);
  }
  return { found: false, reason: newest === 0 ? 'No Java was found.' : `The newest Java found is ${String(newest)}.` };
}

/** The program that starts Java, in the folder of one. */
export function executableIn(home: string, at: Surroundings): string {
  return `${home}/bin/${at.platform === 'win32' ? 'java.exe' : 'java'}`;
}

/** On macOS a Java is a bundle, whose home is further inside; people name either. */
function javaIn(folder: string, at: Surroundings): Java | undefined {
  const homes = at.platform === 'darwin' ? [folder, `${folder.replace(/\/+$/, '')}/Contents/Home`] : [folder];
  return homes.map(home => javaAt(home, at)).find(java => java !== undefined);
}

function javaAt(home: string, at: Surroundings): Java | undefined {
  const executable = executableIn(home, at);
  const version = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(at.read(`${home}/release`) ?? '')?.[1];
  return at.exists(executable) && version !== undefined ? { executable, release: Number(version) } : undefined;
}

function candidates(at: Surroundings): string[] {
  const { env } = at;
  const home = env.JAVA_HOME;
  return [...(home === undefined || home === '' ? [] : [slashes(home)]), ...onPath(at), ...usual(at)];
}

/** The homes of the Javas on the PATH: where `bin/java` really is. */
function onPath(at: Surroundings): string[] {
  const isWindows = at.platform === 'win32';
  const name = isWindows ? 'java.exe' : 'java';
  return (at.env.PATH ?? at.env.Path ?? '')
    .split(isWindows ? ';' : ':')
    .filter(folder => folder !== '')
    .map(folder => `${slashes(folder)}/${name}`)
    .filter(path => at.exists(path))
    .map(path => at.resolve(path).replace(/(?:\/bin)?\/[^/]*$/, ''));
}

function usual(at: Surroundings): string[] {
  if (at.platform === 'win32') {
    const programs = slashes(at.env.ProgramFiles ?? 'C:/Program Files');
    return ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto'].flatMap(maker => inside(`${programs}/${maker}`, at));
  }
  const own = at.env.HOME ?? '';
  const linux = [
    '/usr/lib/jvm',
    '/usr/lib64/jvm',
    '/usr/java',
    '/usr/local/java',
    '/opt',
    '/opt/java',
    '/opt/jdk',
    `${at.env.SDKMAN_DIR ?? `${own}/.sdkman`}/candidates/java`,
    `${own}/.jdks`,
    `${own}/.gradle/jdks`,
    `${own}/.asdf/installs/java`,
    `${own}/.local/share/mise/installs/java`,
  ];
  const mac = ['/Library/Java/JavaVirtualMachines', `${own}/Library/Java/JavaVirtualMachines`];
  return [
    ...linux.flatMap(folder => inside(folder, at)),
    ...mac.flatMap(folder => inside(folder, at)),
    '/opt/homebrew/opt/openjdk/libexec/openjdk.jdk',
    '/usr/local/opt/openjdk/libexec/openjdk.jdk',
    '/home/linuxbrew/.linuxbrew/opt/openjdk/libexec',
  ];
}

function inside(folder: string, at: Surroundings): string[] {
  return at.list(folder).map(name => `${folder}/${name}`);
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function orElse<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
