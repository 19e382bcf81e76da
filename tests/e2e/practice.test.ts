import { join } from 'node:path';
import { PracticeCentre } from '../tour/practice-centre.ts';
import { playPracticeCall } from '../tour/practice-call.ts';
import { expect, needsLab, test } from './support/test.ts';

needsLab();

test('a newcomer takes a whole call of the practice centre by keyboard alone, its script to the end, and hears the caller', async ({ launch, lab, profile }) => {
  test.setTimeout(180_000);
  const centre = await PracticeCentre.start(join(profile, 'centre'));
  try {
    const { workspace } = await launch({ profile: join(profile, 'workstation'), enrol: centre.enrolmentFile, switches: lab.listeningMicrophoneSwitches });
    const steps = await playPracticeCall(workspace, { onConversation: () => lab.speaker.loud() });
    expect(steps).toBeGreaterThanOrEqual(8);
  } finally {
    await centre.stop();
  }
});
