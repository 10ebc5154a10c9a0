/** Counts every write, and dies at the one it is told to: before it, or once it is done and nobody has heard. */
import type { Diary } from '../../src/journeys/diary.ts';
import type { Books } from '../../src/journeys/ports.ts';
import type { Book } from '../../src/register/book.ts';

export const mortal = (dieAt: number, done: boolean) => {
  let writes = 0;
  let dead = false;
  let begun = false;
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!begun) return work();
    if (dead) throw new Error('killed');
    writes += 1;
    if (writes < dieAt) return work();
    dead = true;
    if (done) await work();
    throw new Error('killed');
  };
  const book = (kept: Book): Book => ({
    ...kept,
    create: (...given) => write(() => kept.create(...given)),
    update: (...given) => write(() => kept.update(...given)),
  });
  return {
    begin: () => {
      begun = true;
    },
    diary: (kept: Diary): Diary => ({
      ...kept,
      commit: (changes) => write(() => kept.commit(changes)),
    }),
    books: (books: Books): Books => ({
      ...books,
      visits: book(books.visits),
      visitsMore: book(books.visitsMore),
      assessments: book(books.assessments),
      safeguardingMore: book(books.safeguardingMore),
      concerns: book(books.concerns),
    }),
    wasKilled: () => dead,
  };
};
