import { SettingsSection } from '../settings/SettingsSection.tsx';
import { AbbreviationList } from './AbbreviationList.tsx';

/** What helps this operator write. */
export function WritingSection() {
  return (
    <SettingsSection name="writing">
      <AbbreviationList />
    </SettingsSection>
  );
}
