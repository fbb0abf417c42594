export { s as load_css, i as start } from '../chunks/DvdYInZO.js';
