import * as vscode from 'vscode';

const SCHEME = 'plimsoll-answer';

/** Shows texts that the server answered with, read-only and without a question on closing. */
export class Answers implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registrations: vscode.Disposable;

  readonly onDidChange = this.changed.event;

  constructor() {
    this.registrations = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(document => this.texts.delete(document.uri.path)),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '';
  }

  async showMarkdown(title: string, text: string): Promise<void> {
    await vscode.commands.executeCommand('markdown.showPreview', this.put(`${title}.md`, text));
  }

  async showText(title: string, text: string): Promise<void> {
    await vscode.window.showTextDocument(this.put(`${title}.txt`, text), { preview: true });
  }

  dispose(): void {
    this.registrations.dispose();
    this.changed.dispose();
  }

  private put(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name.replaceAll('/', ' ')}` });
    this.texts.set(uri.path, text);
    this.changed.fire(uri);
    return uri;
  }
}
