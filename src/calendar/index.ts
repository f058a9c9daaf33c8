export * from './agenda.ts';
export * from './choices.ts';
export * from './life.ts';
export * from './moments.ts';
export * from './phase.ts';
export * from './programme.ts';
