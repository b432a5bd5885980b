// The page at /graphiql/: GraphiQL, opened on the questions that Parallax answers.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createFetcher } from './fetcher';
import { Listening } from './listening';
import { ResponseFromTop } from './response-from-top';
import { savedOperations } from './saved-operations';
import { panelPlugin } from './saved-operations-panel';
import { ThemeButton } from './theme-button';

// Made once: GraphiQL starts anew when one of these changes.
const plugins = [panelPlugin, HISTORY_PLUGIN];
const fetcher = createFetcher('/graphql');
const defaultTabs = savedOperations.map(({ query }) => ({ query }));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      visiblePlugin={panelPlugin.title}
      defaultTabs={defaultTabs}
      defaultEditorToolsVisibility={false}
      inputValueDeprecation
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <ThemeButton />
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <Listening />
      </GraphiQL.Footer>
      <ResponseFromTop />
    </GraphiQL>
  </StrictMode>,
);
