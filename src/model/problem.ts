/**
 * A mistake in the content, reported so that an editor can fix it.
 *
 * An error stops the build; a note doesn't (docs/contract.md, section 1).
 */
export interface Problem {
  /** Path relative to the content folder, with forward slashes. */
  file: string;
  /** Line in that file, counted from 1. */
  line: number;
  /** Dotted name of the field, or '' for the whole file. */
  field: string;
  /** What is wrong, with the value quoted, and what to do. */
  message: string;
  severity: 'error' | 'note';
}

/** Reports a problem at a line of the file being read. */
export type Report = (line: number, field: string, message: string) => void;
export type ReportInFile = (file: string, ...problem: Parameters<Report>) => void;

/** Sorts by file, line and field, in the same way on every machine, and removes duplicates. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.field, b.field) || compare(a.message, b.message),
  );
}

/** One line in the contract's format: `events/x.en.md:5  city: there is no …`. */
export function formatProblem({ file, line, field, message, severity }: Problem): string {
  const mark = severity === 'note' ? 'note: ' : '';
  return `${file}:${line}  ${mark}${field ? `${field}: ` : ''}${message}`;
}

/** Code-unit order: unlike localeCompare it doesn't depend on the machine's locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
