export * from './facts.ts';
export * from './life.ts';
export * from './row.ts';
export { whenInYear, whenOf } from './when.ts';
