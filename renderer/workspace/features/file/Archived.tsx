import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface ArchivedProps {
  readonly file: CustomerFile;
}

/** Puts a file into the archive, or takes it out again. */
export function ArchiveButton({ file }: ArchivedProps) {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const { id, archived } = file.customer;
  return (
    <Button size="small" isDisabled={busy} onPress={() => void once(async () => keepCustomer(queries, await store.call('customer.change', { id, change: { customer: { archived: !archived } } })))}>
      {t(archived ? 'person.restore' : 'person.archive')}
    </Button>
  );
}

/** Says of a file in the archive that it is, with the way out beside it. */
export function Archived({ file }: ArchivedProps) {
  const { t } = useTexts();
  return file.customer.archived ? (
    <Notice tone="warn" title={t('customer.inArchive')} actions={<ArchiveButton file={file} />}>
      {t('customer.inArchiveBody')}
    </Notice>
  ) : null;
}
