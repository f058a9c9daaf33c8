export * from './agenda.ts';
export * from './facets.ts';
export * from './now-and-next.ts';
export * from './moments.ts';
export * from './phase.ts';
export * from './programme.ts';
