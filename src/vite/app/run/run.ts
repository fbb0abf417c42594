export { memorySubmissions } from '../../../server/once/submission-store.ts';
export { assetsOf, type Manifest } from './assets.ts';
export { makeApp, type AppParts } from './make-app.ts';
