import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerFile, Duplicate } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer, storeKeys } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { day, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { MergeDialog } from './MergeDialog.tsx';

/** Files that may be of the same customer, and merges that can still be taken back. Nothing where there are none. */
export function Duplicates({ file }: { readonly file: CustomerFile }) {
  const { t, language } = useTexts();
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const { id } = file.customer;
  const [chosen, setChosen] = useState<Duplicate | null>(null);
  const { data } = useQuery({ queryKey: storeKeys.duplicates(id), queryFn: () => store.call('customer.duplicates', { id }) });
  const [likeliest] = data ?? [];
  const [merge] = file.merges;
  return (
    <>
      {likeliest === undefined ? null : (
        <Notice
          tone="warn"
          title={t('duplicate.title', { count: data?.length ?? 0 })}
          actions={
            <Button size="small" onPress={() => setChosen(likeliest)}>
              {t('duplicate.compare')}
            </Button>
          }
        >
          <bdi>{plain(likeliest.hit.name)}</bdi> · {likeliest.hit.customerNumber ?? likeliest.hit.town} · {t('duplicate.same')} {likeliest.reasons.map((reason) => t(`duplicate.reason.${reason}`)).join(', ')}
        </Notice>
      )}
      {merge === undefined ? null : (
        <Notice
          tone="info"
          actions={
            <Button size="small" isDisabled={busy} onPress={() => void once(async () => keepCustomer(queries, await store.call('customer.undoMerge', { id: merge.id })))}>
              {t('duplicate.undo')}
            </Button>
          }
        >
          {t('duplicate.merged', { name: merge.mergedName, until: day(language, merge.undoUntil) })}
        </Notice>
      )}
      {chosen === null ? null : <MergeDialog file={file} otherId={chosen.hit.id} onClose={() => setChosen(null)} />}
    </>
  );
}
