export * from './facts.ts';
export { hoursOf, whenInYear, whenOf } from './when.ts';
