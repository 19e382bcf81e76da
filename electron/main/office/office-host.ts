import { utilityProcess } from 'electron';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { connect, type Client } from '#shared/ipc/client.ts';
import { officeContract, type OfficeContract } from '#shared/ipc/office-list.ts';
import { utilityPort } from '../ipc/utility-port.ts';

interface OfficeHostOptions {
  /** The built entry of the office process. */
  readonly entry: string;
  readonly logFolder: string;
  readonly logger: Logger;
}

/** Enough for any template and one block of rows; a file that wants more than that is not ours. */
const heapMb = 256;

/** Runs the office process, for as long as one file takes. */
export class OfficeHost {
  readonly #options: OfficeHostOptions;

  constructor(options: OfficeHostOptions) {
    this.#options = options;
  }

  /**
   * Starts a process, lets `work` use it, and ends it.
   * @throws {BalieError} `office.failed` when the process went away; what `work` throws.
   */
  async with<T>(work: (office: Client<OfficeContract>) => Promise<T>): Promise<T> {
    const { entry, logFolder, logger } = this.#options;
    const child = utilityProcess.fork(entry, [`--log-folder=${logFolder}`], { serviceName: 'Balie office', execArgv: [`--max-old-space-size=${heapMb}`] });
    const office = connect(officeContract, utilityPort(child));
    let isDone = false;
    child.once('exit', (code) => {
      if (!isDone) logger.error({ code }, 'the office process has gone in the middle of its work');
      office.close();
    });
    try {
      return await work(office);
    } catch (thrown) {
      if (thrown instanceof BalieError && thrown.code !== 'ipc.closed') throw thrown;
      throw new BalieError('office.failed', 'the file could not be made', { cause: thrown });
    } finally {
      isDone = true;
      child.kill();
    }
  }
}
