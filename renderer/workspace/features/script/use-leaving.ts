import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useReport } from '../../app/use-report.ts';
import { useTyped } from '../../app/use-typed.ts';
import { notLeaving, type Leaving, type LeavingValues } from './leaving.ts';

const prefix = 'form.leave.script.';

/** Why a step is left, journaled with the conversation while it is typed. */
export function useLeaving(file: InteractionFile): Leaving {
  const { values, record } = useDraft(file, 'form');
  const { drop } = useTyped(file.interaction.id);
  const report = useReport();
  const typed = Object.fromEntries(Object.entries(values).filter(([field]) => field.startsWith(prefix)));
  const way = typed[`${prefix}way`];
  return {
    values: { way: way === 'skip' || way === 'jump' ? way : notLeaving.way, step: typed[`${prefix}step`] ?? '', reason: typed[`${prefix}reason`] ?? '' },
    set: (changed: Partial<LeavingValues>) => record(Object.fromEntries(Object.entries(changed).map(([field, value]) => [`${prefix}${field}`, value]))),
    done: () => {
      if (Object.keys(typed).length > 0) void report(() => drop(typed));
    },
  };
}
