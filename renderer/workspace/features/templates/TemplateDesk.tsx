import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { systemClock } from '#shared/domain/clock.ts';
import { sameLetter, type LetterContent } from '#shared/domain/letter-parts.ts';
import type { Language, Register } from '#shared/domain/language.ts';
import { DraftKeeper } from '../../app/draft-keeper.ts';
import { useServices, type Services } from '../../app/services.ts';
import { useOnce } from '../../app/use-once.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CentralAway } from './CentralAway.tsx';
import { DeskHead, type Kept } from './DeskHead.tsx';
import { DeskQuestion, type Asked } from './DeskQuestion.tsx';
import { FactsForm } from './FactsForm.tsx';
import { SidePane } from './SidePane.tsx';
import { StalePanel } from './StalePanel.tsx';
import type { ShelfLine } from './shelf-list.ts';
import { templateFaults } from './template-faults.ts';
import { templateKeys, templateList } from './template-queries.ts';
import { useTemplateSave } from './use-template-save.ts';
import { VariantPanel } from './VariantPanel.tsx';
import { contentOf, type TemplateBase } from './written-template.ts';
import styles from './Desk.module.css';

interface TemplateDeskProps {
  readonly opened: ShelfLine;
  readonly onShelf: () => void;
  readonly onClose: () => void;
}

/** One template in hand: what it is, its words in each language, and beside them how they read and what they were. */
export function TemplateDesk({ opened: { templateId, item, draft, content: initial }, onShelf, onClose }: TemplateDeskProps) {
  const { t } = useTexts();
  const services = useServices();
  const { main, store, queries } = services;
  const { busy, once } = useOnce();
  const [content, setContent] = useState(initial);
  const [base, setBase] = useState<TemplateBase | null>(draft === null ? (item === null ? null : { edition: item.edition, content: contentOf(item) }) : draft.base);
  const [isWithdrawn, setWithdrawn] = useState(item?.withdrawn ?? false);
  const [comment, setComment] = useState('');
  const [audience, setAudience] = useState(() => firstAudience(initial));
  const [kept, setKept] = useState<Kept>({ savedAt: draft?.savedAt ?? null, failed: false });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isTold, setTold] = useState(false);
  const [keeper] = useState(() => keeperOf(store, templateId, setKept));
  const others = useQuery(templateList(services));
  const saving = useTemplateSave(templateId, (saved) => {
    setBase(saved);
    setComment('');
    setWithdrawn(false);
    setTold(false);
  });
  const isChanged = base === null || !sameLetter(base.content, content);
  const isEmpty = base === null && sameLetter(initial, content) && draft === null;
  const faults = templateFaults(content, base === null ? (others.data ?? []).flatMap((other) => (other.templateId === templateId ? [] : [other.key])) : []);

  useEffect(() => {
    if (isChanged && !isEmpty) keeper.keep(base, content);
    else keeper.forget();
  }, [keeper, base, content, isChanged, isEmpty]);
  useEffect(() => () => keeper.flush(), [keeper]);

  function save(): void {
    setTold(true);
    if (faults.length === 0 && (isChanged || isWithdrawn) && !saving.isSaving && saving.theirs === null) void saving.save(base, content, comment);
  }
  async function withdraw(): Promise<void> {
    setAsked(null);
    await once(async () => setWithdrawn((await main.call('templates.withdraw', { templateId })).withdrawn));
    await queries.invalidateQueries({ queryKey: templateKeys.all });
  }
  function discard(): void {
    setAsked(null);
    if (base === null) {
      keeper.forget();
      return onShelf();
    }
    setContent(base.content);
  }
  useShortcut('Ctrl+s', save);

  const { theirs } = saving;
  return (
    <div className={styles.desk}>
      <DeskHead
        content={content}
        edition={base?.edition ?? null}
        state={isEmpty ? 'empty' : isChanged ? 'changed' : 'saved'}
        kept={kept}
        isBusy={saving.isSaving || busy}
        canSave={(isChanged || isWithdrawn) && saving.theirs === null}
        items={[
          { label: t('templates.all'), onAction: onShelf },
          ...(base === null || isWithdrawn ? [] : [{ label: t('templates.withdraw'), onAction: () => setAsked('withdraw') }]),
          ...(isChanged && !isEmpty ? [{ label: t('templates.discard'), onAction: () => setAsked('discard') }] : []),
        ]}
        onSave={save}
        onClose={onClose}
      />
      <div className={styles.notices}>
        <CentralAway error={others.error} onAgain={() => void others.refetch()} />
        {isWithdrawn ? (
          <Notice tone="warn" title={t('templates.isWithdrawn')} actions={<Button isDisabled={saving.isSaving} onPress={save}>{t('templates.bringBack')}</Button>}>
            {t('templates.withdrawnMeans')}
          </Notice>
        ) : null}
      </div>
      {theirs === null ? (
        <div className={styles.columns}>
          <FactsForm content={content} isNew={base === null} faults={isTold ? faults : faults.filter(({ fault }) => fault !== 'missing' && fault !== 'no-variants')} comment={comment} onComment={setComment} onChange={setContent} />
          <VariantPanel content={content} audience={audience} faults={faults} isTold={isTold} onAudience={setAudience} onChange={setContent} />
          <SidePane templateId={templateId} content={content} audience={audience} edition={base?.edition ?? null} onTake={(words) => setContent({ ...words, key: content.key, kind: content.kind })} />
        </div>
      ) : (
        <StalePanel
          base={base?.content ?? contentOf(theirs)}
          mine={content}
          theirs={theirs}
          onMerged={(merged, isSaved) => {
            const newest = { edition: theirs.edition, content: contentOf(theirs) };
            setContent(merged);
            setBase(newest);
            saving.settle();
            if (isSaved) void saving.save(newest, merged, comment);
          }}
        />
      )}
      {asked === null ? null : <DeskQuestion asked={asked} onYes={asked === 'withdraw' ? () => void withdraw() : discard} onNo={() => setAsked(null)} />}
    </div>
  );
}

/** Where there are words, else where most customers are. */
function firstAudience({ variants: [first] }: LetterContent): { readonly language: Language; readonly register: Register } {
  return { language: first?.language ?? 'nl', register: first?.register ?? 'formal' };
}

function keeperOf(store: Services['store'], templateId: string, onKept: (kept: Kept) => void): DraftKeeper {
  return new DraftKeeper({
    write: async (base, content) => await store.call('letterDraft.write', { templateId, base, content }),
    forget: async () => await store.call('letterDraft.forget', { templateId }),
    clock: systemClock,
    onKept: (savedAt, failed) => onKept({ savedAt, failed }),
  });
}
