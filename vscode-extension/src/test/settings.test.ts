import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Environment } from '../client/environment';
import { needsRestart, readSettings } from '../client/settings';

const read = (values: Record<string, unknown>) => readSettings(key => values[key]);

test('settings are read by their keys', () => {
  assert.deepEqual(
    read({ environment: 'prod', 'server.path': ' /bin/plimsoll ', 'java.home': '/jdk', 'java.options': ['-Xmx2g'] }),
    { environment: 'prod', serverPath: '/bin/plimsoll', javaHome: '/jdk', javaOptions: ['-Xmx2g'] },
  );
});

test('settings of the wrong type count as not given', () => {
  assert.deepEqual(read({ environment: 3, 'server.path': null, 'java.options': ['-Xmx2g', 4] }), {
    environment: '',
    serverPath: '',
    javaHome: '',
    javaOptions: ['-Xmx2g'],
  });
});

test('only what starts the server needs a restart', () => {
  const before = read({});
  assert.equal(needsRestart(before, read({ environment: 'prod' })), false);
  assert.equal(needsRestart(before, read({ 'server.path': '/bin/plimsoll' })), true);
  assert.equal(needsRestart(before, read({ 'java.home': '/jdk' })), true);
  assert.equal(needsRestart(before, read({ 'java.options': ['-Xmx2g'] })), true);
});

test('the environment chosen last counts until the setting changes', async () => {
  const remembered = new Map<string, unknown>();
  const environment = new Environment(
    {
      get: key => remembered.get(key),
      update: (key, value) => {
        remembered.set(key, value);
        return Promise.resolve();
      },
    },
    () => 'staging',
  );
  assert.equal(environment.get(), 'staging');
  await environment.choose('prod');
  assert.equal(environment.get(), 'prod');
  await environment.settingChanged();
  assert.equal(environment.get(), 'staging');
});
