import * as vscode from 'vscode';
import { byRelease, type Cell, place, readMatrix, stateOf } from '../client/matrix';
import type { Server } from '../client/server';

/** What is in the tree: a release, or below it one of the places that it runs in. */
export type Node = { readonly release: string; readonly cells: readonly Cell[] } | Cell;

/** The tree of releases and where they run, with how each is. */
export class Releases implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private cells: readonly Cell[] = [];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly server: Server) {}

  /** What the server last said there is. */
  get known(): readonly Cell[] {
    return this.cells;
  }

  async refresh(): Promise<readonly Cell[]> {
    this.cells = readMatrix(await this.server.execute('plimsoll.matrix'));
    this.changed.fire(undefined);
    return this.cells;
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      return [...byRelease(this.cells)].map(([release, cells]) => ({ release, cells }));
    }
    return 'cells' in node ? [...node.cells] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'cells' in node ? releaseItem(node.release, node.cells) : cellItem(node);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function releaseItem(release: string, cells: readonly Cell[]): vscode.TreeItem {
  const item = new vscode.TreeItem(release, vscode.TreeItemCollapsibleState.Expanded);
  item.id = release;
  item.contextValue = 'release';
  item.iconPath = new vscode.ThemeIcon('package');
  item.description = [...new Set(cells.map(cell => cell.namespace))].join(', ');
  return item;
}

function cellItem(cell: Cell): vscode.TreeItem {
  const item = new vscode.TreeItem(place(cell), vscode.TreeItemCollapsibleState.None);
  item.id = cell.values;
  item.contextValue = 'cell';
  item.description = stateOf(cell);
  item.tooltip = `${cell.release} in ${place(cell)}, namespace ${cell.namespace}: ${stateOf(cell) || 'nothing found'}`;
  item.iconPath = icon(cell);
  item.command = { command: 'plimsoll.showEffectiveValues', title: 'Show Effective Values', arguments: [cell] };
  return item;
}

function icon(cell: Cell): vscode.ThemeIcon {
  if (!cell.rendered) {
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  }
  return cell.diagnostics > 0
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}
