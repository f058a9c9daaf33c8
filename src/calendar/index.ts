export * from './moments.ts';
export * from './phase.ts';
export * from './programme.ts';
