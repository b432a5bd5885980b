/** Of the words for somebody named, the name with its titles; '' where they only describe: "the mayor". */
export function nameIn(text: string): string {
  const [core] = text.replace(/^(?:the|an?) /i, '').split(/ ?[,(–—]/);
  return /\p{Lu}/u.test(core!) ? core!.trim() : '';
}

/** Without those that only shorten another: "president" beside "French president". */
export function tellingRoles(roles: Iterable<string>): string[] {
  const all = [...new Set(roles)].sort((a, b) => b.length - a.length);
  const told: string[] = [];
  for (const role of all)
    if (!told.some((longer) => ` ${longer.toLowerCase()} `.includes(` ${role.toLowerCase()} `))) told.push(role);
  return [...new Set(roles)].filter((role) => told.includes(role));
}
