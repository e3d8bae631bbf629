// Uses the extension as a person does, in a real VS Code in a real browser, and keeps pictures of it.
//   node editor.js ADDRESS FOLDER PICTURES
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';

const [address = '', folder = '', pictures = ''] = process.argv.slice(2);
const VALUES = 'environments/prod/values.yaml';

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(address);
    const editor = new Editor(page);
    for (const [name, step] of STEPS) {
      const start = Date.now();
      await step(editor);
      console.log(`ok ${name} (${String(Date.now() - start)} ms)`);
    }
  } catch (error) {
    await page.screenshot({ path: join(pictures, 'failed.png') });
    throw error;
  } finally {
    await browser.close();
  }
}

const STEPS: readonly (readonly [string, (editor: Editor) => Promise<void>])[] = [
  ['the server is ready', isReady],
  ['a bad value is underlined when it has been typed', badValue],
  ['the hover says what is wrong and where that is said', hoverOfDiagnostic],
  ['the quick fix mends it', quickFix],
  ['the hover over a value shows the chain of its layers', hoverOfValue],
  ['the environment is switched, and hints follow', switchEnvironment],
  ['effective values say where each line comes from', effectiveValues],
  ['two environments are compared', compare],
  ['the tree shows releases and where they run', tree],
];

async function isReady(editor: Editor): Promise<void> {
  await editor.environment('all environments').waitFor();
}

async function badValue(editor: Editor): Promise<void> {
  await editor.open(VALUES);
  await editor.goTo(lineOf('maxConnections: 10000'), 1);
  await editor.keys('End', 'Control+Shift+ArrowLeft');
  await editor.type('"');
  await editor.keys('Escape');
  await editor.squiggle.first().waitFor();
}

async function hoverOfDiagnostic(editor: Editor): Promise<void> {
  await editor.keys('ArrowLeft', 'ArrowLeft', 'Control+K', 'Control+I');
  await editor.hover('must be an integer').waitFor();
  await editor.picture('diagnostic');
  await editor.keys('Escape');
}

async function quickFix(editor: Editor): Promise<void> {
  await editor.keys('Control+.');
  await editor.page.locator('.action-widget').getByText('Write `10000` as a number').first().waitFor();
  await editor.picture('fix');
  await editor.keys('Enter');
  await editor.line('maxConnections: 10000').waitFor();
  await editor.squiggle.first().waitFor({ state: 'detached' });
  await editor.keys('Control+S');
}

async function hoverOfValue(editor: Editor): Promise<void> {
  await editor.goTo(lineOf('pullPolicy: Always'), 5);
  await editor.keys('Control+K', 'Control+I');
  await editor.hover('IfNotPresent').waitFor();
  await editor.picture('hover');
  await editor.keys('Escape');
}

async function switchEnvironment(editor: Editor): Promise<void> {
  await editor.open('charts/shop/templates/deployment.yaml');
  await editor.keys('Control+B');
  await editor.goTo(40, 1);
  await editor.choose('dev');
  await editor.environment('dev').waitFor();
  await editor.line('.Values.terminationGracePeriodSeconds = 15').waitFor();
  await editor.choose('prod');
  await editor.environment('prod').waitFor();
  await editor.line('.Values.terminationGracePeriodSeconds = 60').waitFor();
  await editor.page.mouse.move(0, 0);
  await editor.keys('Escape');
  await editor.picture('hints');
}

async function effectiveValues(editor: Editor): Promise<void> {
  await editor.command('Plimsoll: Show Effective Values');
  await editor.pick('shop', 'prod-eu-west');
  await editor.page.getByRole('tab', { name: /^values\.yaml/ }).first().waitFor();
  await editor.line('environments/prod/values.yaml:').first().waitFor();
  await editor.picture('values');
}

async function compare(editor: Editor): Promise<void> {
  await editor.command('View: Close All Editors');
  await editor.command('Plimsoll: Compare Environments');
  await editor.pick('shop', 'prod-eu-west');
  await editor.pick('shop', 'staging');
  await editor.page.locator('.monaco-diff-editor .line-insert').first().waitFor();
  // What both have is the same line on both sides.
  await editor.line('environments/prod/values.yaml:28 | environments/staging/values.yaml:').nth(1).waitFor();
  await editor.picture('compare');
}

async function tree(editor: Editor): Promise<void> {
  await editor.command('View: Close All Editors');
  await editor.keys('Control+B');
  await editor.command('Explorer: Focus on Releases View');
  for (const place of ['dev on dev-us-east', 'staging on staging-us-east', 'prod on prod-us-west', 'prod on prod-eu-west']) {
    await editor.page.getByRole('treeitem', { name: place }).waitFor();
  }
  await editor.picture('releases');
}

function lineOf(text: string): number {
  const lines = readFileSync(join(folder, VALUES), 'utf8').split('\n');
  return 1 + lines.findIndex(line => line.includes(text));
}

/** The editor as a person sees and uses it. */
class Editor {
  constructor(readonly page: Page) {}

  get squiggle(): Locator {
    return this.page.locator('.squiggly-error');
  }

  environment(name: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: name });
  }

  hover(text: string): Locator {
    return this.page.locator('.monaco-hover', { hasText: text }).first();
  }

  line(text: string): Locator {
    return this.page.locator('.view-line', { hasText: text });
  }

  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 30 });
  }

  async open(path: string): Promise<void> {
    await this.keys('Control+P');
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.input(path, name);
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).first().waitFor();
    await this.page.locator('.view-line').first().waitFor();
  }

  async command(title: string): Promise<void> {
    await this.keys('F1');
    await this.input(`>${title}`);
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.keys('Control+G');
    await this.input(`:${String(line)}:${String(column)}`);
  }

  /** Chooses an environment in the status bar. */
  async choose(environment: string): Promise<void> {
    await this.page.locator('.statusbar-item[id*="plimsoll"]').click();
    await this.pick(environment);
  }

  async pick(...words: string[]): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    await words.reduce((row, word) => row.filter({ hasText: word }), box.locator('.monaco-list-row')).first().click();
  }

  /** A picture of the window, when everything has come to rest. */
  async picture(name: string): Promise<void> {
    await this.page.waitForTimeout(1_000);
    await this.page.screenshot({ path: join(pictures, `editor-${name}.png`) });
  }

  private async input(text: string, row = ''): Promise<void> {
    const box = this.page.locator('.quick-input-widget input[type=text]');
    await box.waitFor();
    await box.fill(text);
    await this.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: row }).first().waitFor();
    await this.keys('Enter');
    await box.waitFor({ state: 'hidden' });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
