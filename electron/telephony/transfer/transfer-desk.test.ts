import { expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { connectedCall, ringingCall } from '../../../tests/fixtures/calls.ts';
import { CallTable } from '../call-table.ts';
import { TransferDesk } from './transfer-desk.ts';

test('a transfer that cannot be asked for any more has failed, and another one can begin', async () => {
  const table = new CallTable(() => undefined);
  const call = connectedCall(ringingCall());
  table.add(call);
  const refer = () => {
    throw new BalieError('call.illegal', 'there is no dialog to ask in');
  };
  const desk = new TransferDesk({
    table,
    floor: { resume: async () => undefined, setHeld: async () => undefined } as never,
    call: () => ({ asides: { refer } }) as never,
    dial: () => Promise.reject(new Error('nobody is called')),
    dialable: (target) => target,
    isInConference: () => false,
    accountUri: 'sip:operator@lab.test',
    noteHeader: null,
    onTransferred: () => undefined,
    clock: new ManualClock(),
    logger: silentLogger,
  });
  for (const target of ['201', '202']) {
    await desk.blind(call.id, target, '');
    expect(table.get(call.id)).toMatchObject({ state: 'connected', transfer: { target, phase: 'failed' } });
    expect(desk.isTransferring(call.id)).toBe(false);
  }
});
