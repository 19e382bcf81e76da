import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Request } from '../settings/central-http.ts';
import { askEveryPage } from './ask-central.ts';

const words = { notAllowed: 'script.not-allowed', otherwise: 'script.state' } as const;

/** Answers the same pages of numbers as often as it is asked. */
function centralOf(pages: readonly (readonly unknown[])[], asked: string[] = []) {
  return {
    ask: async <T extends z.ZodType>({ path }: Request, answer: T): Promise<z.output<T>> => {
      asked.push(path);
      const at = Number(new URLSearchParams(path.split('?')[1]).get('cursor') ?? 0);
      return await Promise.resolve(answer.parse({ items: pages[at], ...(at + 1 < pages.length ? { next: String(at + 1) } : { next: null }) }));
    },
  };
}

it('a list is read to its end', async () => {
  const asked: string[] = [];
  expect(await askEveryPage(centralOf([[1, 2], [3]], asked), '/v1/things', z.number(), words)).toEqual({ items: [1, 2, 3] });
  expect(asked).toEqual(['/v1/things?limit=500', '/v1/things?limit=500&cursor=1']);
});

it('a central of before it had pages answers all there is', async () => {
  const ask = async <T extends z.ZodType>(_: Request, answer: T): Promise<z.output<T>> => await Promise.resolve(answer.parse({ items: [1] }));
  expect(await askEveryPage({ ask }, '/v1/things', z.number(), words)).toEqual({ items: [1] });
});

it('a page that does not fit is refused', async () => {
  await expect(askEveryPage(centralOf([[1], ['two']]), '/v1/things', z.number(), words)).rejects.toThrow(z.ZodError);
});
