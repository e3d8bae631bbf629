import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findJava, realSurroundings, type Surroundings } from '../server/java';

/** A machine with Javas in folders, by their versions. */
function machine(javas: Record<string, string>, env: Record<string, string> = {}, links: Record<string, string> = {}): Surroundings {
  const files = new Map<string, string>(
    Object.entries(javas).flatMap(([home, version]) => [
      [`${home}/bin/java`, ''],
      [`${home}/release`, `IMPLEMENTOR="Somebody"\nJAVA_RUNTIME_VERSION="${version}+9"\nJAVA_VERSION="${version}"\nMODULES="java.base"\n`],
    ]),
  );
  const paths = [...files.keys(), ...Object.keys(links)];
  return {
    platform: 'linux',
    env,
    exists: path => paths.includes(path),
    read: path => files.get(path),
    list: folder => [
      ...new Set(paths.filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1).split('/')[0] ?? '')),
    ],
    resolve: path => links[path] ?? path,
  };
}

test('the Java of the settings is taken before all others', () => {
  const at = machine({ '/mine': '26', '/other': '25.0.3' }, { JAVA_HOME: '/other' });
  assert.deepEqual(findJava('/mine', at), { found: true, executable: '/mine/bin/java' });
});

test('a Java of the settings that is too old is not passed over for another', () => {
  const at = machine({ '/mine': '21.0.2', '/other': '25' }, { JAVA_HOME: '/other' });
  assert.deepEqual(findJava('/mine', at), { found: false, reason: '`plimsoll.java.home` is Java 21: /mine.' });
});

test('a folder of the settings without a Java is said to have none', () => {
  assert.deepEqual(findJava('/nowhere', machine({})), { found: false, reason: '`plimsoll.java.home` is no Java: /nowhere.' });
});

test('JAVA_HOME comes before the PATH', () => {
  const at = machine({ '/home-java': '25', '/path-java': '25' }, { JAVA_HOME: '/home-java', PATH: '/path-java/bin' });
  assert.deepEqual(findJava('', at), { found: true, executable: '/home-java/bin/java' });
});

test('an old JAVA_HOME is passed over, and links on the PATH are followed', () => {
  const at = machine(
    { '/old': '17.0.1', '/usr/lib/jvm/java-25': '25.0.3' },
    { JAVA_HOME: '/old', PATH: '/bin:/usr/bin' },
    { '/usr/bin/java': '/usr/lib/jvm/java-25/bin/java' },
  );
  assert.deepEqual(findJava('', at), { found: true, executable: '/usr/lib/jvm/java-25/bin/java' });
});

test('Javas are found where they usually are', () => {
  const at = machine({ '/usr/lib/jvm/java-21': '21', '/home/me/.sdkman/candidates/java/25-tem': '25' }, { HOME: '/home/me' });
  assert.deepEqual(findJava('', at), { found: true, executable: '/home/me/.sdkman/candidates/java/25-tem/bin/java' });
});

test('on macOS the bundle of a Java is as good as its home', () => {
  const bundle = '/Library/Java/JavaVirtualMachines/temurin-25.jdk';
  const executable = `${bundle}/Contents/Home/bin/java`;
  const mac: Surroundings = { ...machine({ [`${bundle}/Contents/Home`]: '25.0.3' }), platform: 'darwin' };
  for (const chosen of [bundle, `${bundle}/`, `${bundle}/Contents/Home`]) {
    assert.deepEqual(findJava(chosen, mac), { found: true, executable });
  }
  assert.deepEqual(findJava('', mac), { found: true, executable });
  assert.deepEqual(findJava('', { ...mac, list: () => [], env: { JAVA_HOME: bundle } }), { found: true, executable });
  assert.deepEqual(findJava(bundle, { ...mac, platform: 'linux' }), { found: false, reason: `\`plimsoll.java.home\` is no Java: ${bundle}.` });
});

test('without a Java that is new enough the newest is named', () => {
  const at = machine({ '/usr/lib/jvm/java-21': '21.0.9', '/usr/lib/jvm/java-1.8.0': '1.8.0_402' });
  assert.deepEqual(findJava('', at), { found: false, reason: 'The newest Java found is 21.' });
  assert.deepEqual(findJava('', machine({})), { found: false, reason: 'No Java was found.' });
});

test('the search of this very machine reads real folders', () => {
  assert.equal(typeof findJava('', realSurroundings).found, 'boolean');
  assert.deepEqual(realSurroundings.list('/there/is/no/such/folder'), []);
});
