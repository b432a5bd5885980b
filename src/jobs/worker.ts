/** What runs in a worker thread: each stage under the name by which {@link Workers} asks for it. */
export { analyseText, compare, findForms, lineUp, placeArticle, readStored } from './stages.js';
