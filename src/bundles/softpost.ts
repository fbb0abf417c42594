export * from '../index.ts';
export { page } from '../page.ts';
export { submission } from '../create-forms.ts';
