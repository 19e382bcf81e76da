import { useServices } from '../../app/services.ts';
import { useOnce } from '../../app/use-once.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { phone, timeOfDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useColleagueName } from '../calls/use-party.ts';
import { ActionChip } from './ActionChip.tsx';

/** What the line asks attention for: do not disturb, forwarding, the last missed call, voicemail. Absent while there is nothing. */
export function LineChips() {
  return (
    <>
      <DoNotDisturbChip />
      <ForwardChip />
      <MissedChip />
      <VoicemailChip />
    </>
  );
}

function DoNotDisturbChip() {
  const { t } = useTexts();
  const { main } = useServices();
  const report = useReport();
  const on = useSnapshot(({ line }) => line.doNotDisturb);
  if (!on) return null;
  return (
    <ActionChip tone="warn" keys="Alt+q" detail={t('line.doNotDisturbOff')} onPress={() => void report(() => main.call('line.setDoNotDisturb', { on: false }))}>
      {t('line.doNotDisturb')}
    </ActionChip>
  );
}

function ForwardChip() {
  const { t } = useTexts();
  // Only while the operator is not ready: otherwise calls ring here.
  const to = useSnapshot(({ line, agent }) => (agent.state === 'not-ready' ? line.forwardTo : null));
  const name = useColleagueName(to ?? '');
  if (to === null) return null;
  return (
    <ActionChip tone="warn" detail={t('line.forwardDetail')}>
      {t('line.forward', { to: name })}
    </ActionChip>
  );
}

function MissedChip() {
  const { t, language } = useTexts();
  const { main } = useServices();
  const { busy, once } = useOnce();
  const missed = useSnapshot(({ line }) => line.missed);
  const canCall = useSnapshot(({ registration }) => registration.state === 'registered') && missed !== null && !busy;
  const callBack = (): void => void once(() => main.call('call.callBackMissed', undefined));
  useShortcut('Alt+z', callBack, canCall);
  if (missed === null) return null;
  const what = { number: phone(missed.raw), time: timeOfDay(language, missed.at) };
  return (
    <ActionChip tone="warn" keys="Alt+z" isDisabled={!canCall} detail={t('line.missedDetail', what)} onPress={callBack}>
      {t('line.missed', what)}
    </ActionChip>
  );
}

function VoicemailChip() {
  const { t } = useTexts();
  const { main } = useServices();
  const { busy, once } = useOnce();
  const has = useSnapshot(({ policy }) => policy?.hasVoicemail === true);
  const count = useSnapshot(({ voicemail }) => voicemail?.newMessages ?? 0);
  const canCall = useSnapshot(({ registration }) => registration.state === 'registered') && has && !busy;
  const listen = (): void => void once(() => main.call('call.voicemail', undefined));
  useShortcut('Alt+y', listen, canCall);
  if (!has) return null;
  return (
    <ActionChip tone={count > 0 ? 'busy' : 'neutral'} keys="Alt+y" isDisabled={!canCall} detail={t('line.voicemailDetail')} onPress={listen}>
      {count > 0 ? t('line.voicemailNew', { count }) : t('line.voicemail')}
    </ActionChip>
  );
}
