import { useState } from 'react';
import { useLeads } from '../../app/use-leads.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Trail } from './Trail.tsx';
import file from '../file/File.module.css';

/** Who asked this customer what, for who leads a team. Asked for by a press: central writes down who looked. */
export function CustomerTrail({ customerId }: { readonly customerId: string }) {
  const { t } = useTexts();
  const leads = useLeads();
  const [isOpen, setOpen] = useState(false);
  if (!leads) return null;
  return (
    <section aria-labelledby="file-trail" className={file.form}>
      <h3 id="file-trail" className={file.heading}>
        {t('trail.title')}
      </h3>
      <div>
        <Button size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'trail.hide' : 'trail.show')}
        </Button>
      </div>
      {isOpen ? <Trail wish={{ from: null, until: null, agentId: null, customerId, kind: null }} /> : null}
    </section>
  );
}
