/**
 * A mistake in the content, told so that an editor can mend it.
 *
 * An error stops the build; a note is listed and stops nothing (docs/contract.md, section 1).
 */
export interface Problem {
  /** Path from the content folder, with forward slashes. */
  file: string;
  /** Line in that file, counted from 1. */
  line: number;
  /** Dotted name of the field, or '' where the whole file is meant. */
  field: string;
  /** One sentence: what is wrong, the value quoted, what to do. */
  message: string;
  severity: 'error' | 'note';
}

/** Takes a problem found at `line` of `field`; the collector knows the file. */
export type Report = (line: number, field: string, message: string) => void;

/** Sorts by file, then line, then field; the same on every machine. What two checks have found is listed once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.field, b.field) || compare(a.message, b.message),
  );
}

/** One line in the contract's form: `events/x.en.md:5  city: there is no …`. */
export function formatProblem({ file, line, field, message, severity }: Problem): string {
  const mark = severity === 'note' ? 'note: ' : '';
  return `${file}:${line}  ${mark}${field ? `${field}: ` : ''}${message}`;
}

/** Code-unit order: unlike localeCompare it doesn't hang on the machine's locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
