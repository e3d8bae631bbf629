import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { CacheRecorder } from '../server/cache';

/** What is in the folder of caches when a program in the place of Java has been run, or has not. */
async function recorded(program: string, before: string[], wanted: (names: string[]) => boolean): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'caches-'));
  const recorder = new CacheRecorder(1);
  try {
    before.forEach(name => {
      writeFileSync(join(folder, name), 'before');
    });
    recorder.soon({ file: join(folder, 'new.aot'), command: process.execPath, args: output => ['-e', program, output], folder });
    for (let i = 0; i < 200 && !wanted(readdirSync(folder)); i++) {
      await sleep(50);
    }
    if (existsSync(join(folder, 'new.aot'))) {
      assert.equal(readFileSync(join(folder, 'new.aot'), 'utf8'), before.includes('new.aot') ? 'before' : 'cache');
    }
    return readdirSync(folder);
  } finally {
    recorder.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

const WRITE = "require('fs').writeFileSync(process.argv[1], 'cache');";

test('a cache takes the place of those that were recorded before', async () => {
  assert.deepEqual(await recorded(WRITE, ['old.aot', 'old.aot.1.config'], names => names.length === 1), ['new.aot']);
});

test('a cache that was not completed is thrown away', async () => {
  let isSeen = false;
  const names = await recorded(`${WRITE} setTimeout(() => process.exit(1), 300);`, ['old.aot'], seen => {
    isSeen ||= seen.length === 2;
    return isSeen && seen.length === 1;
  });
  assert.deepEqual(names, ['old.aot']);
  assert.ok(isSeen);
});

test('nothing is recorded where there is a cache', async () => {
  let looks = 0;
  assert.deepEqual(await recorded(WRITE, ['new.aot', 'other'], () => ++looks > 10), ['new.aot', 'other']);
});
