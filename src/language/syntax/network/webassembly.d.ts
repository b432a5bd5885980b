/** The part of WebAssembly's interface that is used here; TypeScript has its types only together with those of browsers. */
interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
}

interface WebAssemblyInstance {
  readonly exports: Readonly<Record<string, (...numbers: number[]) => void>>;
}

declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => WebAssemblyMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, WebAssemblyMemory>>>>,
  ) => WebAssemblyInstance;
};
