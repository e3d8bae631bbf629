/** What a person sets, as far as this extension itself needs it; the rest the server asks for. */
export interface Settings {
  readonly environment: string;
  readonly serverPath: string;
  readonly javaHome: string;
  readonly javaOptions: readonly string[];
}

/** Reads one setting of the section `plimsoll`. */
export type Get = (key: string) => unknown;

/** Settings of the wrong type count as not given: the editor itself underlines them. */
export function readSettings(get: Get): Settings {
  return {
    environment: text(get('environment')),
    serverPath: text(get('server.path')),
    javaHome: text(get('java.home')),
    javaOptions: texts(get('java.options')),
  };
}

/** Whether the server has to be started again for a change; everything else it takes up while it runs. */
export function needsRestart(before: Settings, after: Settings): boolean {
  return (
    before.serverPath !== after.serverPath ||
    before.javaHome !== after.javaHome ||
    before.javaOptions.join('\0') !== after.javaOptions.join('\0')
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}
