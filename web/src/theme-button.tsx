import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useSyncExternalStore } from 'react';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const watchSystem = (listener: () => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};

/** Turns between light and dark. The page begins with what the system prefers; GraphiQL remembers the choice. */
export function ThemeButton() {
  const theme = useGraphiQL((state) => state.theme);
  const { setTheme } = useGraphiQLActions();
  const systemIsDark = useSyncExternalStore(watchSystem, () => darkQuery.matches);
  const other = (theme ?? (systemIsDark ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="theme-button" onClick={() => setTheme(other)}>
      {other === 'dark' ? 'Dark' : 'Light'} theme
    </button>
  );
}
