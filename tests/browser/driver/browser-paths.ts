export { browserPath } from '../../../scripts/browsers.mjs';
