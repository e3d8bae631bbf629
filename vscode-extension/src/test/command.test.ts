import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Settings } from '../client/settings';
import { serverCommand } from '../server/command';
import type { Surroundings } from '../server/java';

const NOTHING_SET: Settings = { environment: '', serverPath: '', javaHome: '', javaOptions: [] };

const FOLDERS = { home: '/ext/server', caches: '/storage' };

function machine(files: Record<string, string>): Surroundings {
  return {
    platform: 'linux',
    env: {},
    exists: path => path in files,
    read: path => files[path],
    list: () => [],
    resolve: path => path,
  };
}

const JAVA_25 = { '/jdk/bin/java': '', '/jdk/release': 'JAVA_VERSION="25.0.3"\n' };

test('the plimsoll of the settings is started, with the options of the JVM', () => {
  const settings = { ...NOTHING_SET, serverPath: '/opt/plimsoll/bin/plimsoll', javaOptions: ['-Xmx2g', '-Xss2m'] };
  assert.deepEqual(serverCommand(settings, FOLDERS, machine({ '/opt/plimsoll/bin/plimsoll': '' })), {
    ok: true,
    command: '/opt/plimsoll/bin/plimsoll',
    args: ['lsp'],
    env: { PLIMSOLL_JAVA_OPTS: '-Xmx2g -Xss2m' },
  });
});

test('a plimsoll of the settings that is not there is said in one line', () => {
  assert.deepEqual(serverCommand({ ...NOTHING_SET, serverPath: '/gone' }, FOLDERS, machine(JAVA_25)), {
    ok: false,
    problem: '`plimsoll.server.path` does not exist: /gone.',
    remedy: 'server',
  });
});

test('the runtime in the extension is taken before a Java of the machine', () => {
  const found = serverCommand(NOTHING_SET, FOLDERS, machine({ '/ext/server/runtime/bin/java': '' }));
  assert.equal(found.ok && found.command, '/ext/server/runtime/bin/java');
});

test('a Java of the settings is taken before the runtime in the extension', () => {
  const at = machine({ '/ext/server/runtime/bin/java': '', ...JAVA_25 });
  const found = serverCommand({ ...NOTHING_SET, javaHome: '/jdk', javaOptions: ['-Xmx1g'] }, FOLDERS, at);
  assert.ok(found.ok);
  assert.equal(found.command, '/jdk/bin/java');
  assert.deepEqual(found.args.slice(-5), ['-Xmx1g', '-cp', '/ext/server/lib/plimsoll.jar', 'dev.plimsoll.cli.Main', 'lsp']);
});

test('without a Java the problem says what is needed', () => {
  assert.deepEqual(serverCommand(NOTHING_SET, FOLDERS, machine({})), {
    ok: false,
    problem: 'Plimsoll needs Java 25 or newer. No Java was found.',
    remedy: 'java',
  });
});

test('a cache is recorded with the options of the server, and used when it is there', () => {
  const settings = { ...NOTHING_SET, javaOptions: ['-Xmx1g'] };
  const first = serverCommand(settings, FOLDERS, machine({ '/ext/server/runtime/bin/java': '', '/ext/server/runtime/release': 'one' }));
  assert.ok(first.ok && first.recording !== undefined);
  const { file, folder, command, args } = first.recording;
  assert.match(file, /^\/storage\/[0-9a-f]{16}\.aot$/);
  assert.equal(folder, '/ext/server');
  assert.equal(command, '/ext/server/runtime/bin/java');
  assert.equal(args('/storage/new')[0], '-XX:AOTCacheOutput=/storage/new');
  assert.ok(args('/storage/new').includes('-Xmx1g'));
  assert.ok(!first.args.some(each => each.startsWith('-XX:AOTCache')));

  const files = { '/ext/server/runtime/bin/java': '', '/ext/server/runtime/release': 'one', [file]: '' };
  const next = serverCommand(settings, FOLDERS, machine(files));
  assert.equal(next.ok && next.args[0], `-XX:AOTCache=${file}`);
  const otherJava = serverCommand(settings, FOLDERS, machine({ ...files, '/ext/server/runtime/release': 'two' }));
  assert.ok(otherJava.ok && !otherJava.args.some(each => each.startsWith('-XX:AOTCache')));
});
