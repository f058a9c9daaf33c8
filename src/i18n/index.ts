export { absoluteAddress, localAddress } from './addresses.ts';
export { alphabet, localeOf } from './locale.ts';
export { countryName, listOf, numberIn, roman } from './names.ts';
export { translator, type Translate } from './translate.ts';
export { pluralForms } from './plurals.ts';
export { pageIn, type Page } from './page-context.ts';
export { typeset } from './typography.ts';
