/** What `$app/environment` is. */
export { BROWSER as browser, DEV as dev } from 'esm-env';
export const building = false;
export const version = '';
