import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';

export type Asked = 'withdraw' | 'discard';

interface DeskQuestionProps {
  readonly asked: Asked;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before a template is withdrawn, or before what was begun is given up. */
export function DeskQuestion({ asked, onYes, onNo }: DeskQuestionProps) {
  const { t } = useTexts();
  return (
    <ModalCard
      title={t(`templates.ask.${asked}.title`)}
      isOpen
      isQuestion
      onClose={onNo}
      buttons={
        <>
          <Button autoFocus keys="Escape" onPress={onNo}>
            {t('action.cancel')}
          </Button>
          <Button tone="danger" onPress={onYes}>
            {t(`templates.ask.${asked}.yes`)}
          </Button>
        </>
      }
    >
      <p>{t(`templates.ask.${asked}.text`)}</p>
    </ModalCard>
  );
}
