/** The part of the DOM that this stage uses. The compiler's own DOM library would make every browser global look usable on a server. */
export interface PageNode {
  readonly nodeType: number;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  textContent: string | null;
  readonly children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  readonly childNodes: Iterable<PageNode>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  setAttribute(name: string, value: string): void;
  append(...nodes: PageNode[]): void;
  replaceWith(...nodes: PageNode[]): void;
  remove(): void;
}

export interface PageDocument extends PageNode {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
}

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

export type Visit = { readonly node: PageNode; readonly entering: boolean };

/** Every node under `root` in document order, elements on entering and on leaving. Without recursion, so depth cannot overflow the stack. */
export function* walk(root: PageNode): Generator<Visit> {
  let node: PageNode | null = root.firstChild;
  while (node) {
    yield { node, entering: true };
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    yield { node, entering: false };
    while (node && !node.nextSibling) {
      const parent: PageNode | null = node.parentNode;
      if (!parent || parent === root) return;
      node = parent;
      yield { node, entering: false };
    }
    node = node?.nextSibling ?? null;
  }
}
