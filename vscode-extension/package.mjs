// Builds the VSIX: the extension with the distribution of Plimsoll in it.
//   node package.mjs [DISTRIBUTION]    the folder with bin/plimsoll and lib/plimsoll.jar; without it, the newest that Maven built
import { createVSIX } from '@vscode/vsce';
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const jar = folder => join(folder, 'lib', 'plimsoll.jar');
const built = folder => statSync(jar(folder)).mtimeMs;
const known = ['../cli/target/plimsoll', '../cli/target/quick/plimsoll'].filter(folder => existsSync(jar(folder)));
const distribution = process.argv[2] ?? known.sort((a, b) => built(b) - built(a))[0];

if (!distribution || !existsSync(jar(distribution))) {
  console.error('There is no distribution of Plimsoll; build one: ./mvnw package -Dquick -DskipTests -pl cli -am');
  process.exit(1);
}
rmSync('server', { recursive: true, force: true });
cpSync(distribution, 'server', { recursive: true });
await createVSIX({ packagePath: 'plimsoll.vsix', dependencies: false });
