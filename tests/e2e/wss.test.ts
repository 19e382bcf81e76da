import { microphoneTone, startLab } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test.describe('over WSS with a certificate that no authority signed', () => {
  test('a pinned fingerprint is trusted and the call is heard', async ({ launch, central }) => {
    const secure = await startLab({ wss: true, queues: [{ number: queueNumber, key: 'bestellingen-nl', user: 'operator' }] });
    try {
      await central.provision({ servers: [secure.server] });
      const { workspace } = await launch({ enrol: await central.enrolment() });
      await workspace.becomesAvailable();
      const customer = await secure.caller({ user: central.centre.customers[0]!.phone });
      await converse(workspace, customer);
      await customer.hears.heard(microphoneTone);
    } finally {
      await central.provision();
      await secure.stop();
    }
  });

  test('without the fingerprint the server is refused', async ({ launch, central }) => {
    const secure = await startLab({ wss: true });
    try {
      await central.provision({ servers: [{ url: secure.server.url }] });
      const { workspace } = await launch({ enrol: await central.enrolment() });
      await expect(workspace.status).toContainText(text('line.waiting').split('{{')[0]!, { timeout: 15_000 });
    } finally {
      await central.provision();
      await secure.stop();
    }
  });
});
