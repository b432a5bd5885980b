import { createValue } from './value';

const storageName = 'parallax:key';

// The key stays in this browser tab: it survives a reload and is gone when the tab is closed.
function remembered(): string {
  try {
    return sessionStorage.getItem(storageName) ?? '';
  } catch {
    return '';
  }
}

/** The bearer key that the service asks for when other machines can reach it; empty for none. */
export const serviceKey = createValue(remembered());

/** Whether the service refused the last request for want of a valid key. */
export const keyWanted = createValue(false);

/** Takes the key that the user typed; an empty one forgets it. */
export function setServiceKey(key: string): void {
  try {
    if (key) sessionStorage.setItem(storageName, key);
    else sessionStorage.removeItem(storageName);
  } catch {
    // A browser that keeps nothing: the key holds until the page is left.
  }
  serviceKey.set(key);
}

/** What the headers editor holds, and the service key unless an Authorization stands there already. */
export function withServiceKey(headers: Record<string, unknown> = {}): Record<string, string> {
  const all = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const isAuthorized = Object.keys(all).some((name) => name.toLowerCase() === 'authorization');
  const key = serviceKey.get();
  return isAuthorized || !key ? all : { ...all, Authorization: `Bearer ${key}` };
}
