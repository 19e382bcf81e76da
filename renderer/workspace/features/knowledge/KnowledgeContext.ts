import { createContext, useContext } from 'react';

/** What was asked of the panel; another one each time, so that asking for the same again is heard. */
export interface Wish {
  readonly articleId: string | null;
}

/** The panel in which one looks things up. */
export interface Knowledge {
  /** Null: it is closed. */
  readonly wish: Wish | null;
  /** Opens it, at an article where one is named. */
  readonly open: (articleId?: string) => void;
  /** The operator goes on where they were. */
  readonly close: () => void;
}

export const KnowledgeContext = createContext<Knowledge | null>(null);

export function useKnowledgePanel(): Knowledge {
  const knowledge = useContext(KnowledgeContext);
  if (knowledge === null) throw new Error('KnowledgeContext is missing');
  return knowledge;
}
