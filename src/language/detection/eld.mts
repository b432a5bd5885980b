// An ES module, since eld can only be imported; `require` reads it on every release of Node that is supported.
export { eld } from 'eld/extrasmall';
