import { useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { isTextField } from '../../app/shortcuts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface TakenOutProps {
  readonly what: 'line' | 'order';
  readonly onPutBack: () => void;
}

/** A line or a whole order was taken out: it is put back by the key that takes back typing, wherever nobody types. */
export function TakenOut({ what, onPutBack }: TakenOutProps) {
  const { t } = useTexts();
  const { shortcuts } = useServices();
  const row = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with its line: without this the keyboard would stand at the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) row.current?.querySelector('button')?.focus();
  }, []);
  useEffect(
    () =>
      shortcuts.override((combination) => {
        // In a field the browser takes back what was typed there.
        if (combination !== 'ctrl+z' || isTextField(document.activeElement)) return false;
        onPutBack();
        return true;
      }),
    [shortcuts, onPutBack],
  );
  return (
    <div ref={row}>
      <Notice
        tone="info"
        live="status"
        actions={
          <Button size="small" keys="Ctrl+z" onPress={onPutBack}>
            {t('order.putBack')}
          </Button>
        }
      >
        {t(`order.takenOut.${what}`)}
      </Notice>
    </div>
  );
}
