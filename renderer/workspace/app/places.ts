import type { SectionName } from '../features/settings/SettingsSection.tsx';

/** The rooms of the application. */
export type View = 'work' | 'customer' | 'directory' | 'figures' | 'history' | 'products' | 'readiness' | 'scripts' | 'settings' | 'templates' | 'todo' | 'unsent';

/** Where the operator is, with what was asked for there. */
export type Place =
  | { readonly view: Exclude<View, 'customer'>; readonly text?: string; readonly section?: SectionName }
  | { readonly view: 'customer'; readonly customerId: string; readonly letter?: boolean };
