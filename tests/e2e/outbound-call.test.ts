import { callerTone, microphoneTone } from '../lab/lab.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
test.use({ desk: 'shared' });

test('a colleague who is called by the internal name is heard, and hears', async ({ workspace, lab }) => {
  const colleague = await lab.colleague('colleague', { answer: 'auto' });
  try {
    await workspace.dial('colleague');
    await workspace.inConversation();
    await Promise.all([colleague.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
  } finally {
    await colleague.stop();
  }
});

test('a number in Belgian notation goes over the trunk, where an echo is heard', async ({ workspace, lab }) => {
  const echo = lab.callee('echo');
  await workspace.dial('02 555 12 34');
  await workspace.inConversation();
  await lab.speaker.heard(microphoneTone);
  await workspace.hangUp();
  await echo.done();
});

test('a number that is busy is told as busy', async ({ workspace, lab }) => {
  const busy = lab.callee('busy');
  await workspace.dial('02 555 12 34');
  await expect(workspace.strip).toContainText(text('ended.busy'));
  await busy.done();
});

test('a call that the operator gives up stops ringing there', async ({ workspace, lab }) => {
  const ringing = lab.callee('ringing');
  await workspace.dial('02 555 12 34');
  await expect(workspace.strip).toContainText(text('call.alerting'));
  await workspace.hangUp();
  await ringing.done();
});
