/** Which engine made a derived value. Kept with every derived row, so that a better engine means recomputation. */
export interface Method {
  /** Name of the engine, e.g. `parallax-claims`. */
  readonly engine: string;
  /** Version of the engine; changes whenever its output may change. */
  readonly version: string;
}
