import type { Lab } from '../../lab/lab.ts';
import { type CentreOptions, TestCentral } from './central.ts';

/** What most tests have. */
export const usualCentre: CentreOptions = {};

/** The centres of the tests, at one lab: the usual one stays, and beside it one at a time of the files that wish for their own. */
export class Centrals {
  private readonly lab: Lab;
  private usual: Promise<TestCentral> | null = null;
  private own: { readonly options: CentreOptions; readonly central: Promise<TestCentral> } | null = null;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  /** @param options the same object is the same centre. */
  async of(options: CentreOptions): Promise<TestCentral> {
    if (options === usualCentre) return await (this.usual ??= TestCentral.start(this.lab, options));
    if (this.own?.options !== options) {
      await this.stopOwn();
      this.own = { options, central: TestCentral.start(this.lab, options) };
    }
    return await this.own.central;
  }

  async stop(): Promise<void> {
    await this.stopOwn();
    await (await this.usual)?.stop();
  }

  private async stopOwn(): Promise<void> {
    const left = this.own;
    this.own = null;
    await (await left?.central)?.stop();
  }
}
