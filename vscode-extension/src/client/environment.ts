/** Where a chosen environment is remembered; of an editor's memory of a workspace this is all we need. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: string | undefined): Thenable<void>;
}

const KEY = 'environment';

/** The environment that is shown: the one last chosen in this workspace, or else the one in the settings. */
export class Environment {
  constructor(
    private readonly memory: Memory,
    private readonly configured: () => string,
  ) {}

  /** Empty while the server is to choose. */
  get(): string {
    const chosen = this.memory.get(KEY);
    return typeof chosen === 'string' && chosen !== '' ? chosen : this.configured();
  }

  async choose(name: string): Promise<void> {
    await this.memory.update(KEY, name);
  }

  /** Who changes the setting means it: what was chosen before counts no longer. */
  async settingChanged(): Promise<void> {
    await this.memory.update(KEY, undefined);
  }
}
