import { startBook } from './account-book.ts';
import type { Accounts, Book } from './account-book.ts';
import type { AllocateTask } from './allocate-arguments.ts';
import { CsvFault, readCsv, readCsvLines } from './read-csv.ts';

export type ReadAccounts =
  | { readonly ok: true; readonly accounts: Accounts }
  /** What is wrong: file, line, column, what and why. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** So many faults are told; of the rest the number. */
const FAULTS_TOLD = 20;

/**
 * Reads the accounts of a CSV file, a piece at a time; every row is looked at, so that its faults are told together. Only
 * where there is one to tell is the file read again, with the numbers of its lines.
 */
export async function readAccounts(task: AllocateTask): Promise<ReadAccounts> {
  const quick = await readOnce(task, (take) => readCsv(task.accountsFile, (record) => take(record, 0)));
  if (quick.ok && !quick.accounts.isCellUntold) return quick;
  return readOnce(task, (take) => readCsvLines(task.accountsFile, take));
}

type Take = (record: readonly string[], line: number) => void;

async function readOnce(task: AllocateTask, read: (take: Take) => Promise<void>): Promise<ReadAccounts> {
  const faults: string[] = [];
  const books: Book[] = [];
  try {
    await read((record, line) => {
      const [book] = books;
      if (book === undefined) books.push(startBook(task, record, (text) => faults.push(text)));
      else if (book.isAsked) book.add(record, line);
    });
  } catch (error) {
    if (error instanceof CsvFault) faults.push(error.message);
    else throw error;
  }
  const [book] = books;
  if (book === undefined && faults.length === 0) faults.push(`${task.accountsFile} is empty: it has no header`);
  if (book !== undefined && faults.length === 0) return { ok: true, accounts: book.end() };
  const more = faults.length - FAULTS_TOLD;
  const told = faults.slice(0, FAULTS_TOLD);
  return { ok: false, faults: more > 0 ? [...told, `and ${String(more)} more`] : told };
}
