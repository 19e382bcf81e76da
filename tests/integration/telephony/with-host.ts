import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Lab, type LabOptions, startLab } from '../../lab/lab.ts';
import { buildHost } from './build-host.ts';
import { clear, queue } from './conversation.ts';
import { Host, type ProvisioningChange, provisioningFor } from './host.ts';

export interface Station {
  readonly lab: Lab;
  readonly host: Host;
}

interface StationOptions {
  /** Beside sound and the operator's queue. */
  readonly lab?: LabOptions;
  readonly provisioning?: ProvisioningChange;
  /** What must be there before Electron starts. @returns Chromium's switches in place of the lab's microphone. */
  readonly prepare?: (lab: Lab) => Promise<readonly string[]>;
  /** Waits of twenty seconds and more are so many times shorter for the application. */
  readonly hurry?: number;
  /** In place of registering with `provisioning`. */
  readonly ready?: (station: Station) => Promise<void>;
}

/** For a `describe`: one lab and one registered host for all its tests, both clean after each of them; `take` gets the two before the first test. */
export function withHost(options: StationOptions, take: (station: Station) => void): void {
  let lab: Lab | undefined;
  let host: Host | undefined;

  beforeAll(async () => {
    const [built, started] = await Promise.all([buildHost(), startLab({ sound: true, queues: [{ number: queue, key: 'orders', user: 'operator' }], ...options.lab })]);
    lab = started;
    if (options.lab?.network === true) lab.network.connect('wifi');
    const switches = await options.prepare?.(lab);
    host = await Host.start(built, lab, { ...(switches === undefined ? {} : { switches }), ...(options.lab?.network === true ? { network: lab.network } : {}), env: { HOST_HURRY: String(options.hurry ?? 1) } });
    const station = { lab, host };
    take(station);
    await (options.ready?.(station) ?? host.register(provisioningFor(lab, options.provisioning)));
  });

  afterEach(async (context) => {
    if (lab === undefined || host === undefined) return;
    if (context.task.result?.state === 'fail') console.error(`${JSON.stringify(host.devices.at(-1)?.value ?? null)}\n${host.log()}\n${lab.logs()}`);
    expect(host.defects).toEqual([]);
    await clear(host);
  });

  afterAll(async () => {
    await host?.stop();
    await lab?.stop();
  });
}
