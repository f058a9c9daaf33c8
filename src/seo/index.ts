export { headOf, type Head } from './head.ts';
export { indexablePages, ownLanguages } from './indexable.ts';
export { speculationRules } from './speculation.ts';
export { structuredData } from './structured/index.ts';
export { placeAndYear } from '../views/page-title.ts';
