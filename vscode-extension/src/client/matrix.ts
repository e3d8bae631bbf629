/** A release in an environment on a cluster, as the server's matrix has it. */
export interface Cell {
  readonly release: string;
  readonly environment: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly rendered: boolean;
  /** Addresses of what the server provides about it. */
  readonly values: string;
  readonly manifest: string;
  readonly diagnostics: number;
}

/** What the server answered; anything that is no cell is left out. */
export function readMatrix(answer: unknown): readonly Cell[] {
  return Array.isArray(answer) ? answer.filter(isCell) : [];
}

/** The cells of each release, in the order of the server. */
export function byRelease(cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> {
  const releases = new Map<string, Cell[]>();
  for (const cell of cells) {
    releases.set(cell.release, [...(releases.get(cell.release) ?? []), cell]);
  }
  return releases;
}

/** Where a release runs: `prod`, or `prod on eu-west` where there are clusters. */
export function place(cell: Cell): string {
  return cell.cluster === '' ? cell.environment : `${cell.environment} on ${cell.cluster}`;
}

/** In a few words, how a cell is. */
export function stateOf(cell: Cell): string {
  if (!cell.rendered) {
    return 'cannot be rendered';
  }
  return cell.diagnostics === 0 ? '' : `${String(cell.diagnostics)} ${cell.diagnostics === 1 ? 'diagnostic' : 'diagnostics'}`;
}

/** The cells of the chosen environment first, otherwise in the order of the server. */
export function chosenFirst(cells: readonly Cell[], environment: string): readonly Cell[] {
  return [...cells.filter(cell => cell.environment === environment), ...cells.filter(cell => cell.environment !== environment)];
}

/** Releases down, environments across, as a Markdown table. */
export function matrixTable(cells: readonly Cell[]): string {
  const places = [...new Set(cells.map(place))];
  const rows = [...byRelease(cells)].map(([release, own]) => {
    const states = places.map(name => own.filter(cell => place(cell) === name).map(cell => stateOf(cell) || 'nothing found').join(', '));
    return [release, ...states];
  });
  const lines = [['Release', ...places], ['', ...places].map(() => '---'), ...rows];
  return `# Releases and environments\n\n${lines.map(line => `| ${line.map(escaped).join(' | ')} |`).join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

function isCell(value: unknown): value is Cell {
  const cell = value as Partial<Record<keyof Cell, unknown>> | null;
  return (
    typeof cell === 'object' &&
    cell !== null &&
    ['release', 'environment', 'cluster', 'namespace', 'values', 'manifest'].every(key => typeof cell[key as keyof Cell] === 'string') &&
    typeof cell.rendered === 'boolean' &&
    typeof cell.diagnostics === 'number'
  );
}
