import * as vscode from 'vscode';
import { Environment } from './client/environment';
import { currentSettings, Server } from './client/server';
import { Commands } from './commands/commands';
import { Answers } from './views/answers';
import { Releases } from './views/releases';
import { Status } from './views/status';

/** How long texts must rest before what depends on them is read again. */
const REST_MILLISECONDS = 400;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Plimsoll', { log: true });
  const answers = new Answers();
  const environment = new Environment(context.workspaceState, () => currentSettings().environment);
  const folders = { home: context.asAbsolutePath('server'), caches: vscode.Uri.joinPath(context.globalStorageUri, 'caches').fsPath };
  const server: Server = new Server(folders, output, environment, (command, args) => commands.ofServer(command, args));
  const releases = new Releases(server);
  const commands = new Commands(server, releases, answers, output, environment, () => {
    status.show(server.state);
  });
  const status = new Status(server, () => environment.get());
  const refresh = new AfterRest(() => {
    server.refreshDocuments();
    void releases.refresh();
  });

  context.subscriptions.push(
    output,
    answers,
    server,
    releases,
    status,
    refresh,
    commands.register(),
    vscode.window.registerTreeDataProvider('plimsoll.releases', releases),
    server.onDidChangeState(() => {
      refresh.soon();
    }),
    vscode.languages.onDidChangeDiagnostics(() => {
      refresh.soon();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === 'file') {
        refresh.soon();
      }
    }),
    vscode.workspace.onDidChangeConfiguration(async event => {
      if (event.affectsConfiguration('plimsoll.environment')) {
        await environment.settingChanged();
      }
      if (event.affectsConfiguration('plimsoll')) {
        status.show(server.state);
        await server.settingsChanged();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.start()),
  );
  await vscode.commands.executeCommand('setContext', 'plimsoll.isActive', true);
  await server.start();
}

/** Does something once, after nobody has asked for it for a while. */
class AfterRest implements vscode.Disposable {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly action: () => void) {}

  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.action, REST_MILLISECONDS);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
