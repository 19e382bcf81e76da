import { useState } from 'react';
import { useServices } from '../../app/services.ts';
import type { ShelfLine } from './shelf-list.ts';
import { templateKeys } from './template-queries.ts';
import { TemplateDesk } from './TemplateDesk.tsx';
import { TemplateShelf } from './TemplateShelf.tsx';

/** Where team leads write the templates of letters and mails. Needs central; what was begun goes on without it. */
export function TemplatesPage({ onClose }: { readonly onClose: () => void }) {
  const { queries } = useServices();
  const [opened, setOpened] = useState<ShelfLine | null>(null);
  if (opened === null) return <TemplateShelf onOpen={setOpened} onClose={onClose} />;
  const back = (): void => {
    setOpened(null);
    void queries.invalidateQueries({ queryKey: templateKeys.all });
  };
  return <TemplateDesk key={opened.templateId} opened={opened} onShelf={back} onClose={onClose} />;
}
