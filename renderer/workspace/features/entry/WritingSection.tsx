import { SettingsSection } from '../settings/SettingsSection.tsx';
import { AccuracyMeter } from './AccuracyMeter.tsx';
import { AbbreviationList } from './AbbreviationList.tsx';

/** What helps this operator write. */
export function WritingSection() {
  return (
    <SettingsSection name="writing">
      <AbbreviationList />
      <AccuracyMeter />
    </SettingsSection>
  );
}
