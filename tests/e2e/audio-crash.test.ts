import { callerTone, microphoneTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { needsLab, queueNumber, test } from './support/test.ts';

needsLab();

test.describe('when the audio window dies', () => {
  test('while it rings, the call can still be answered and heard', async ({ balie, workspace, customer, central, lab }) => {
    await customer.call(queueNumber);
    await workspace.rings(central.centre.customers[0]!.name);
    await balie.crash('audio');
    await workspace.answer();
    await workspace.inConversation();
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
  });

  test('while the operator answers, the call comes up and is heard', async ({ balie, workspace, customer, central, lab }) => {
    await customer.call(queueNumber);
    await workspace.rings(central.centre.customers[0]!.name);
    await Promise.all([workspace.answer(), balie.crash('audio')]);
    await workspace.inConversation();
    await Promise.all([customer.hears.heard(microphoneTone, { withinMs: 15_000 }), lab.speaker.heard(callerTone, { withinMs: 15_000 })]);
  });

  test('in the middle of a call, both sides hear each other again', async ({ balie, workspace, customer, lab }) => {
    await converse(workspace, customer);
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    await balie.crash('audio');
    await Promise.all([customer.hears.heard(microphoneTone, { withinMs: 15_000 }), lab.speaker.heard(callerTone, { withinMs: 15_000 })]);
    await workspace.inConversation();
  });

  test('in the middle of a muted call, it stays muted', async ({ balie, workspace, customer, lab }) => {
    await converse(workspace, customer);
    await workspace.mute();
    await customer.hears.silent();
    await balie.crash('audio');
    await lab.speaker.heard(callerTone, { withinMs: 15_000 });
    await customer.hears.silent();
    await workspace.unmute();
    await customer.hears.heard(microphoneTone);
  });

  test('between two calls, the next one is heard', async ({ balie, workspace, customer, lab }) => {
    await balie.crash('audio');
    await converse(workspace, customer);
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
  });
});
