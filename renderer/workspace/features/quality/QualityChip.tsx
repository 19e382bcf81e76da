import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { CallIn } from '#shared/domain/call.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { decimal } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import { useQualitySample } from './use-quality-sample.ts';
import styles from './Quality.module.css';

/** How the call sounds, in a word; the numbers behind it one key away. */
export function QualityChip({ call }: { readonly call: CallIn<'connected'> }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  useShortcut('Ctrl+l', () => setOpen((shown) => !shown));
  const ref = useKeyShortcuts<HTMLButtonElement>('Ctrl+l');
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button ref={ref} className={styles.chip ?? ''} data-level={call.quality}>
        <i className={styles.bars} aria-hidden="true" />
        {t(`quality.level.${call.quality}`)}
        <Kbd keys="Ctrl+l" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start">
        <Dialog className={styles.dialog ?? ''} aria-label={t('quality.title')}>
          <Numbers callId={call.id} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Numbers({ callId }: { readonly callId: string }) {
  const { t, language } = useTexts();
  const sample = useQualitySample(callId);
  if (sample === null) return <p className={styles.waiting}>{t('quality.waiting')}</p>;
  const ms = (value: number): string => t('quality.ms', { value: Math.round(value) });
  return (
    <dl className={styles.numbers}>
      <dt>{t('quality.mos')}</dt>
      <dd>{t('quality.mosOf', { value: decimal(language, sample.mos) })}</dd>
      <dt>{t('quality.loss')}</dt>
      <dd>{t('quality.percent', { value: decimal(language, sample.lossPercent) })}</dd>
      <dt>{t('quality.sentLoss')}</dt>
      <dd>{sample.sentLossPercent === null ? t('quality.unmeasured') : t('quality.percent', { value: decimal(language, sample.sentLossPercent) })}</dd>
      <dt>{t('quality.jitter')}</dt>
      <dd>{ms(sample.jitterMs)}</dd>
      <dt>{t('quality.roundTrip')}</dt>
      <dd>{sample.roundTripMs === null ? t('quality.unmeasured') : ms(sample.roundTripMs)}</dd>
      <dt>{t('quality.codec')}</dt>
      <dd>{sample.codec}</dd>
    </dl>
  );
}
