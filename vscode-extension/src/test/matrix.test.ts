import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byRelease, type Cell, chosenFirst, matrixTable, place, readMatrix, stateOf } from '../client/matrix';
import { symbolPath } from '../client/symbols';

function cell(release: string, environment: string, more: Partial<Cell> = {}): Cell {
  return {
    release,
    environment,
    cluster: '',
    namespace: release,
    rendered: true,
    values: `plimsoll:/values/${release}/${environment}/-/values.yaml`,
    manifest: `plimsoll:/manifest/${release}/${environment}/-/manifest.yaml`,
    diagnostics: 0,
    ...more,
  };
}

test('what is no cell is left out of an answer', () => {
  const good = cell('shop', 'dev');
  assert.deepEqual(readMatrix([good, null, 'text', { release: 'shop' }]), [good]);
  assert.deepEqual(readMatrix('There is no such command.'), []);
});

test('cells are told apart by release, environment and cluster', () => {
  const cells = [cell('shop', 'dev'), cell('cache', 'dev'), cell('shop', 'prod', { cluster: 'eu-west' })];
  assert.deepEqual([...byRelease(cells).keys()], ['shop', 'cache']);
  assert.deepEqual(cells.map(place), ['dev', 'dev', 'prod on eu-west']);
});

test('a state says what is wrong, and nothing where all is well', () => {
  assert.equal(stateOf(cell('shop', 'dev')), '');
  assert.equal(stateOf(cell('shop', 'dev', { diagnostics: 1 })), '1 diagnostic');
  assert.equal(stateOf(cell('shop', 'dev', { diagnostics: 2 })), '2 diagnostics');
  assert.equal(stateOf(cell('shop', 'dev', { diagnostics: 2, rendered: false })), 'cannot be rendered');
});

test('the chosen environment comes first', () => {
  const cells = [cell('shop', 'dev'), cell('shop', 'prod')];
  assert.deepEqual(chosenFirst(cells, 'prod').map(place), ['prod', 'dev']);
});

test('the matrix is a table with a column for each place', () => {
  const cells = [cell('shop', 'dev', { diagnostics: 3 }), cell('shop', 'prod'), cell('a|b', 'prod', { rendered: false })];
  assert.equal(
    matrixTable(cells),
    [
      '# Releases and environments',
      '',
      '| Release | dev | prod |',
      '| --- | --- | --- |',
      '| shop | 3 diagnostics | nothing found |',
      '| a\\|b |  | cannot be rendered |',
      '',
    ].join('\n'),
  );
});

test('the path at a place is that of the symbols around it', () => {
  const at = (start: number, end: number) => ({ start: { line: start, character: 0 }, end: { line: end, character: 80 } });
  const symbols = [
    { name: 'image', range: at(0, 2), children: [{ name: 'tag', range: at(1, 1), children: [] }] },
    { name: 'hosts', range: at(3, 5), children: [{ name: '[0]', range: at(4, 4), children: [] }] },
  ];
  assert.equal(symbolPath(symbols, { line: 0, character: 1 }), 'image');
  assert.equal(symbolPath(symbols, { line: 1, character: 4 }), 'image.tag');
  assert.equal(symbolPath(symbols, { line: 4, character: 4 }), 'hosts[0]');
  assert.equal(symbolPath(symbols, { line: 9, character: 0 }), '');
});
