// Builds the VSIX: the extension with the distribution of Plimsoll in it.
//   node package.mjs [--runtime] [DISTRIBUTION]
//     --runtime       for this platform alone, with a Java runtime in it that jlink of JAVA_HOME's JDK makes
//     DISTRIBUTION    the folder with bin/plimsoll and lib/plimsoll.jar; without it, the newest that Maven built
import { createVSIX } from '@vscode/vsce';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

// What the jars ask for (`jdeps --print-module-deps --ignore-missing-deps --multi-release 25`), and what is found by name alone: elliptic
// curves for TLS, and archives as file systems. Not jdk.httpserver, with which the launcher records deploys.
const MODULES = ['java.base', 'java.desktop', 'java.naming', 'java.net.http', 'java.sql', 'jdk.unsupported', 'jdk.crypto.ec', 'jdk.zipfs'];

const withRuntime = process.argv.includes('--runtime');
const given = process.argv.slice(2).find(argument => !argument.startsWith('--'));
const jar = folder => join(folder, 'lib', 'plimsoll.jar');
const built = folder => statSync(jar(folder)).mtimeMs;
const known = ['../cli/target/plimsoll', '../cli/target/quick/plimsoll'].filter(folder => existsSync(jar(folder)));
const distribution = given ?? known.sort((a, b) => built(b) - built(a))[0];

if (!distribution || !existsSync(jar(distribution))) {
  console.error('There is no distribution of Plimsoll; build one: ./mvnw package -Dquick -DskipTests -pl cli -am');
  process.exit(1);
}
rmSync('server', { recursive: true, force: true });
cpSync(distribution, 'server', { recursive: true });
if (withRuntime) {
  const jlink = join(process.env.JAVA_HOME ?? '', 'bin', process.platform === 'win32' ? 'jlink.exe' : 'jlink');
  if (!existsSync(jlink)) {
    console.error('JAVA_HOME must be a JDK: its jlink makes the runtime.');
    process.exit(1);
  }
  const options = ['--strip-debug', '--no-header-files', '--no-man-pages', '--compress', 'zip-6'];
  execFileSync(jlink, [...options, '--add-modules', MODULES.join(','), '--output', join('server', 'runtime')], { stdio: 'inherit' });
}
const platform = `${process.platform}-${process.arch}`;
await createVSIX({
  packagePath: withRuntime ? `plimsoll-${platform}.vsix` : 'plimsoll.vsix',
  dependencies: false,
  allowMissingRepository: true,
  ...(withRuntime ? { target: platform } : {}),
});
