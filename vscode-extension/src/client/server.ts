import * as vscode from 'vscode';
import {
  CloseAction,
  DidChangeConfigurationNotification,
  ErrorAction,
  type Executable,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  State,
  TextDocumentContentRequest,
} from 'vscode-languageclient/node';
import { CacheRecorder } from '../server/cache';
import { type Folders, serverCommand } from '../server/command';
import { realSurroundings } from '../server/java';
import type { Environment } from './environment';
import { needsRestart, readSettings, type Settings } from './settings';

/** Where the server stands, with a line about it where there is something to say. */
export interface ServerState {
  readonly phase: 'untrusted' | 'starting' | 'ready' | 'stopped' | 'failed';
  readonly detail: string;
}

const SELECTOR = [
  { scheme: 'file', language: 'yaml' },
  { scheme: 'file', language: 'helm' },
  { scheme: 'file', language: 'helm-template' },
  { scheme: 'file', language: 'helmfile' },
  { scheme: 'file', pattern: '**/templates/**/*.{yaml,yml,tpl,txt}' },
  { scheme: 'file', pattern: '**/*.gotmpl' },
  { scheme: 'file', pattern: '**/values.schema.json' },
];

const MOST_RESTARTS = 3;

/** The server of this window: started, stopped and asked here, and nowhere else. */
export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ServerState>();
  private client: LanguageClient | undefined;
  private settings: Settings;
  private current: ServerState = { phase: 'stopped', detail: '' };
  /** Starts and stops come one after the other, whatever asks for them. */
  private queue: Promise<void> = Promise.resolve();
  private readonly caches = new CacheRecorder();

  readonly onDidChangeState = this.changed.event;

  /**
   * @param executeCommand what to do with a command of the server that an editor element, such as a lens, asks for
   */
  constructor(
    private readonly folders: Folders,
    private readonly output: vscode.LogOutputChannel,
    private readonly environment: Environment,
    private readonly executeCommand: (command: string, args: readonly unknown[]) => Promise<unknown>,
  ) {
    this.settings = currentSettings();
  }

  get state(): ServerState {
    return this.current;
  }

  start(): Promise<void> {
    return this.enqueue(() => this.doStart());
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.doStop();
      await this.doStart();
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.doStop());
  }

  /** Starts the server again where that is needed, or else has it ask for the settings. */
  async settingsChanged(): Promise<void> {
    const before = this.settings;
    this.settings = currentSettings();
    if (needsRestart(before, this.settings)) {
      await this.restart();
    } else if (this.client?.state === State.Running) {
      await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    }
  }

  /** Has a command of the server run; undefined while there is no server. */
  async execute(command: string, ...args: unknown[]): Promise<unknown> {
    if (this.client?.state !== State.Running) {
      return undefined;
    }
    return await this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
  }

  /** Has documents that the server provides read again. */
  refreshDocuments(): void {
    const client = this.client;
    if (client?.state !== State.Running) {
      return;
    }
    const providers = client.getFeature(TextDocumentContentRequest.method)?.getProviders() ?? [];
    for (const document of vscode.workspace.textDocuments) {
      providers.filter(each => each.scheme === document.uri.scheme).forEach(each => {
        each.onDidChangeEmitter.fire(document.uri);
      });
    }
  }

  dispose(): void {
    this.caches.dispose();
    void this.stop();
    this.changed.dispose();
  }

  private enqueue(action: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(action).catch((error: unknown) => {
      this.become('failed', error instanceof Error ? error.message : String(error));
    });
    return this.queue;
  }

  private async doStart(): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      this.become('untrusted', 'Trust this workspace to have its charts and values checked.');
      return;
    }
    this.settings = currentSettings();
    const found = serverCommand(this.settings, this.folders, realSurroundings);
    if (!found.ok) {
      this.become('failed', found.problem);
      void offerRemedy(found.problem, found.remedy);
      return;
    }
    this.become('starting', '');
    this.output.info(`Starting ${[found.command, ...found.args].join(' ')}`);
    const executable: Executable = {
      command: found.command,
      args: [...found.args],
      options: { env: { ...process.env, ...found.env } },
    };
    const client = new LanguageClient('plimsoll', 'Plimsoll', executable, this.options());
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      this.clientBecame(client, newState);
    });
    await client.start();
    if (found.recording !== undefined) {
      this.caches.soon(found.recording);
    }
  }

  private clientBecame(client: LanguageClient, state: State): void {
    if (client !== this.client) {
      return;
    }
    if (state === State.Running) {
      this.become('ready', client.initializeResult?.serverInfo?.version ?? '');
    } else if (state === State.Starting) {
      this.become('starting', '');
    } else if (this.current.phase !== 'failed') {
      this.become('stopped', '');
    }
  }

  private async doStop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.output.warn(`The server did not stop cleanly: ${String(error)}`);
    }
    this.become('stopped', '');
  }

  private become(phase: ServerState['phase'], detail: string): void {
    this.current = { phase, detail };
    this.changed.fire(this.current);
  }

  private options(): LanguageClientOptions {
    let restarts = 0;
    return {
      documentSelector: SELECTOR,
      outputChannel: this.output,
      initializationOptions: () => ({ ...plain(vscode.workspace.getConfiguration('plimsoll')), environment: this.environment.get() }),
      markdown: { supportHtml: false },
      middleware: {
        executeCommand: (command, args) => this.executeCommand(command, args),
        workspace: {
          configuration: async (params, token, next) => {
            const answers: unknown = await next(params, token);
            return Array.isArray(answers)
              ? answers.map((answer, i) =>
                  params.items[i]?.section === 'plimsoll' ? { ...plain(answer), environment: this.environment.get() } : (answer as unknown),
                )
              : [];
          },
        },
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => {
          restarts++;
          if (restarts <= MOST_RESTARTS) {
            return { action: CloseAction.Restart, handled: true };
          }
          const problem = `The server of Plimsoll went away ${String(restarts)} times.`;
          this.become('failed', problem);
          void offerRemedy(problem, 'restart');
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    };
  }
}

/** Settings as the protocol carries them. */
function plain(settings: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(settings ?? {})) as Record<string, unknown>;
}

export function currentSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration('plimsoll');
  return readSettings(key => configuration.get(key));
}

/** One line and what to do about it. */
async function offerRemedy(problem: string, remedy: 'java' | 'server' | 'restart'): Promise<void> {
  const open = 'Open Settings';
  const download = 'Get Java';
  const restart = 'Restart Server';
  const actions = remedy === 'java' ? [open, download] : remedy === 'server' ? [open] : [restart];
  switch (await vscode.window.showErrorMessage(problem, ...actions)) {
    case open:
      await vscode.commands.executeCommand(
        'workbench.action.openSettings',
        remedy === 'java' ? 'plimsoll.java.home' : 'plimsoll.server.path',
      );
      break;
    case download:
      await vscode.env.openExternal(vscode.Uri.parse('https://adoptium.net/temurin/releases/?version=25'));
      break;
    case restart:
      await vscode.commands.executeCommand('plimsoll.restart');
      break;
    default:
  }
}
