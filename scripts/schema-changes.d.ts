export const places: { readonly released: string; readonly current: string; readonly notes: string };
export function schemaChanges(
  released: string,
  current: string,
  notes: string,
): Promise<{ level: string; path: string; message: string; isNoted: boolean }[]>;
