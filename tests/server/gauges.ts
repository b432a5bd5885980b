import type { Service } from './support';

/** What is counted just now, by the name and labels that /metrics gives it, such as `parallax_websocket_connections`. */
export async function gauges(
  { server }: Service,
  headers: Record<string, string> = {},
): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${server.address}/metrics`, { headers })).text();
  return new Map([...text.matchAll(/^(parallax_\S+) (\S+)$/gm)].map(([, name, value]) => [name!, Number(value)]));
}

/** Waits until a gauge is so; the time limit of the test ends it otherwise. */
export async function untilGauge(service: Service, name: string, isSo: (value: number) => boolean): Promise<number> {
  for (;;) {
    const value = (await gauges(service)).get(name) ?? 0;
    if (isSo(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
