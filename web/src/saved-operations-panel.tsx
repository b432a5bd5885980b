import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type SavedOperation, savedOperations } from './saved-operations';
import { ServiceKey } from './service-key-field';
import icon from './icon.svg';

/** Opens a saved operation in its tab, or in a new one when that was closed or changed, and runs it. */
function useOpen(): { open(operation: SavedOperation): void; isReady: boolean } {
  const { addTab, changeTab, run, stop } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, responseEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    responseEditor: state.responseEditor,
  }));
  return {
    isReady: Boolean(queryEditor && responseEditor),
    open(operation) {
      // A subscription that still runs would go on writing into the tab we open.
      stop();
      const place = tabs.findIndex((tab) => tab.query === operation.query);
      if (place === -1) {
        addTab();
        queryEditor?.setValue(operation.query);
      } else if (place !== activeTabIndex) {
        changeTab(place);
      } else {
        queryEditor?.setValue(operation.query);
      }
      run();
    },
  };
}

function Panel() {
  const { open, isReady } = useOpen();
  return (
    <section className="parallax-panel" aria-labelledby="parallax-title">
      <h1 id="parallax-title">
        <img src={icon} alt="" width="28" height="28" /> Parallax
      </h1>
      <p>
        See how news outlets frame the same event: who is quoted, through whom, in which words, and what was not found
        in whose articles.
      </p>
      <h2 id="parallax-operations">Saved operations</h2>
      <ul aria-labelledby="parallax-operations">
        {savedOperations.map((operation) => (
          <li key={operation.title}>
            <button type="button" disabled={!isReady} onClick={() => open(operation)}>
              <strong>{operation.title}</strong>
              <span>{operation.sentence}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">
        A click opens the operation in a tab and runs it; the answer stands on the right. Change what you like and press{' '}
        <kbd>Ctrl</kbd> <kbd>Enter</kbd> to run it again. The first symbol on the left opens the description of every
        field.
      </p>
      <ServiceKey />
    </section>
  );
}

const Icon = () => (
  <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <circle cx="6" cy="8" r="4.6" />
    <circle cx="10" cy="8" r="4.6" />
  </svg>
);

/** The panel that an analyst sees first. */
export const panelPlugin = { title: 'Saved operations', icon: Icon, content: Panel };
