import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/**
 * Shows the response of each run, and of each tab, from its first line; the editor would keep the place where the reader
 * was in the one before. The answers of a subscription are one run, so they don't make it jump.
 */
export function ResponseFromTop() {
  const { queryId, activeTabIndex, responseEditor } = useGraphiQL((state) => ({
    queryId: state.queryId,
    activeTabIndex: state.activeTabIndex,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => responseEditor?.setScrollTop(0), [queryId, activeTabIndex, responseEditor]);
  return null;
}
