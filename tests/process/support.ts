/** JSON Lines of so many articles by seven outlets, one a day, each with two claims of a mayor. */
export const councilLines = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `case-${index}`,
      source: `Outlet ${index % 7}`,
      headline: `Council number ${index} votes on its budget`,
      publishedAt: new Date(Date.UTC(2025, 0, 1 + index)).toISOString(),
      text: `The council of district ${index} approved its budget, mayor Ada Quill said.\n\n"We had no choice," she said.`,
    }),
  ).join('\n');
