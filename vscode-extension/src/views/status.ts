import * as vscode from 'vscode';
import type { Server, ServerState } from '../client/server';

const SELECTOR = [{ language: 'yaml' }, { language: 'helm' }, { language: 'helm-template' }, { language: 'helmfile' }];

/** In the status bar: which environment is shown, and how the server is. */
export class Status implements vscode.Disposable {
  private readonly environment = vscode.languages.createLanguageStatusItem('plimsoll.environment', SELECTOR);
  private readonly bar = vscode.window.createStatusBarItem('plimsoll.environment', vscode.StatusBarAlignment.Left, 10);
  private readonly subscription: vscode.Disposable;

  constructor(
    server: Server,
    private readonly chosen: () => string,
  ) {
    this.bar.name = 'Plimsoll';
    this.environment.name = 'Plimsoll';
    this.subscription = server.onDidChangeState(state => {
      this.show(state);
    });
    this.show(server.state);
    this.bar.show();
  }

  show(state: ServerState): void {
    const environment = this.chosen() || 'all environments';
    const { icon, text, severity, command } = looks(state, environment);
    this.bar.text = `$(${icon}) ${state.phase === 'ready' ? environment : 'Plimsoll'}`;
    this.bar.tooltip = text;
    this.bar.command = command;
    this.bar.backgroundColor =
      severity === vscode.LanguageStatusSeverity.Error ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.environment.text = text;
    this.environment.severity = severity;
    this.environment.busy = state.phase === 'starting';
    this.environment.command = { command, title: state.phase === 'ready' ? 'Choose Environment' : 'More' };
  }

  dispose(): void {
    this.subscription.dispose();
    this.environment.dispose();
    this.bar.dispose();
  }
}

interface Looks {
  readonly icon: string;
  readonly text: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly command: string;
}

function looks(state: ServerState, environment: string): Looks {
  const { Information, Warning, Error } = vscode.LanguageStatusSeverity;
  switch (state.phase) {
    case 'ready':
      return {
        icon: 'server-environment',
        text: `Plimsoll ${state.detail} shows ${environment}`,
        severity: Information,
        command: 'plimsoll.selectEnvironment',
      };
    case 'starting':
      return { icon: 'loading~spin', text: 'Plimsoll is starting', severity: Information, command: 'plimsoll.showOutput' };
    case 'stopped':
      return { icon: 'debug-stop', text: 'Plimsoll has stopped', severity: Warning, command: 'plimsoll.restart' };
    case 'untrusted':
      return { icon: 'shield', text: state.detail, severity: Warning, command: 'workbench.trust.manage' };
    case 'failed':
      return { icon: 'error', text: state.detail, severity: Error, command: 'plimsoll.restart' };
  }
}
