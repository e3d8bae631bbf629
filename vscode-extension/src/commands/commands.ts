import * as vscode from 'vscode';
import type { Environment } from '../client/environment';
import { type Cell, chosenFirst, matrixTable, place, stateOf } from '../client/matrix';
import type { Server } from '../client/server';
import { symbolPath } from '../client/symbols';
import type { Answers } from '../views/answers';
import type { Releases } from '../views/releases';

const VALUES = 'plimsoll.effectiveValues';
const MANIFEST = 'plimsoll.renderedManifest';
const COMPARED = 'plimsoll.comparedValues';
const CHOOSE = 'plimsoll.chooseEnvironment';
const EXPLAIN_VALUE = 'plimsoll.explainValue';
const BUG_REPORT = 'plimsoll.bugReport';

/** What a person can ask for; the server has the answers. */
export class Commands {
  constructor(
    private readonly server: Server,
    private readonly releases: Releases,
    private readonly answers: Answers,
    private readonly output: vscode.LogOutputChannel,
    private readonly environment: Environment,
    private readonly environmentChosen: () => void,
  ) {}

  register(): vscode.Disposable {
    const commands: Record<string, (argument?: unknown) => Promise<void>> = {
      selectEnvironment: () => this.selectEnvironment(),
      showEffectiveValues: argument => this.showDocument(argument, 'values'),
      showRenderedManifest: argument => this.showDocument(argument, 'manifest'),
      showComparison: argument => this.showComparison(argument),
      showMatrix: () => this.showMatrix(),
      whyValue: () => this.explainValue(),
      restart: () => this.server.restart(),
      showOutput: () => {
        this.output.show();
        return Promise.resolve();
      },
      reportBug: () => this.reportBug(),
      refreshReleases: async () => {
        await this.releases.refresh();
      },
    };
    return vscode.Disposable.from(
      ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`plimsoll.${name}`, run)),
    );
  }

  /** A command of the server that a lens or an action asks for: what it answers with is shown. */
  async ofServer(command: string, args: readonly unknown[]): Promise<unknown> {
    const address = args[0];
    if ((command === VALUES || command === MANIFEST) && typeof address === 'string' && address.startsWith('plimsoll:')) {
      await open(address);
      return undefined;
    }
    const answer = await this.server.execute(command, ...args);
    if (typeof answer === 'string' && command !== CHOOSE) {
      await this.answers.showMarkdown('Plimsoll', answer);
    }
    return answer;
  }

  private async selectEnvironment(): Promise<void> {
    const answer = await this.ask<unknown>(() => this.server.execute(CHOOSE));
    const names = Array.isArray(answer) ? answer.filter(name => typeof name === 'string') : [];
    const chosen = this.environment.get();
    const items = names.map(name => ({ label: name, description: name === chosen ? 'shown' : '' }));
    const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Show the values of' });
    if (picked) {
      await this.environment.choose(picked.label);
      await this.server.execute(CHOOSE, picked.label);
      this.environmentChosen();
    }
  }

  private async showDocument(argument: unknown, what: 'values' | 'manifest'): Promise<void> {
    const cell = await this.cell(argument);
    if (cell) {
      await open(cell[what]);
    }
  }

  private async showComparison(argument: unknown): Promise<void> {
    const first = await this.cell(argument, 'Compare');
    if (!first) {
      return;
    }
    const others = this.releases.known.filter(cell => cell.release === first.release && cell.values !== first.values);
    const second = await pick(others, `Compare ${place(first)} with`);
    if (second) {
      const sides = await this.server.execute(COMPARED, first.values, second.values);
      const [left, right] = Array.isArray(sides) ? sides.filter(side => typeof side === 'string') : [];
      if (left === undefined || right === undefined) {
        return;
      }
      const title = `${first.release}: ${place(first)} and ${place(second)}`;
      await vscode.commands.executeCommand('vscode.diff', vscode.Uri.parse(left), vscode.Uri.parse(right), title);
    }
  }

  private async showMatrix(): Promise<void> {
    await this.answers.showMarkdown('Releases and environments', matrixTable(await this.matrix()));
  }

  private async explainValue(): Promise<void> {
    const path = await vscode.window.showInputBox({
      prompt: 'Which value, such as image.tag?',
      value: await pathAtCursor(),
    });
    if (!path) {
      return;
    }
    const cell = await this.cell(undefined, `Explain ${path} of`);
    if (cell) {
      const answer = await this.server.execute(EXPLAIN_VALUE, cell.release, cell.environment, path);
      if (typeof answer === 'string') {
        await this.answers.showMarkdown(path, answer);
      }
    }
  }

  private async reportBug(): Promise<void> {
    const answer = await this.server.execute(BUG_REPORT);
    const versions = `VS Code ${vscode.version}, ${process.platform} ${process.arch}\nserver: ${this.server.state.phase} ${this.server.state.detail}\n`;
    await this.answers.showText('Plimsoll bug report', versions + (typeof answer === 'string' ? answer : ''));
  }

  /** The cell that an argument is or that the person picks. */
  private async cell(argument: unknown, question = 'Of'): Promise<Cell | undefined> {
    if (isObject(argument) && 'values' in argument) {
      return argument as unknown as Cell;
    }
    const cells = await this.matrix();
    const wanted = isObject(argument) && 'release' in argument ? cells.filter(cell => cell.release === argument.release) : cells;
    return pick(chosenFirst(wanted, this.environment.get()), question);
  }

  private async matrix(): Promise<readonly Cell[]> {
    return this.ask(() => this.releases.refresh());
  }

  /** The first analysis of a large workspace takes a while, and who waits should see that. */
  private ask<T>(question: () => Thenable<T>): Thenable<T> {
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Plimsoll is reading the workspace' }, question);
  }
}

async function pick(cells: readonly Cell[], question: string): Promise<Cell | undefined> {
  if (cells.length === 0) {
    void vscode.window.showInformationMessage('There is no such release in this workspace.');
    return undefined;
  }
  const items = cells.map(cell => ({ label: cell.release, description: place(cell), detail: stateOf(cell), cell }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: question, matchOnDescription: true });
  return picked?.cell;
}

async function open(address: string): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(address), { preview: true });
}

async function pathAtCursor(): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return '';
  }
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    editor.document.uri,
  );
  return symbolPath(symbols ?? [], editor.selection.active);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
