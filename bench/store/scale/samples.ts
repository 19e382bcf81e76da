/** What the bench tells its Electron. */
export interface ScaleOptions {
  readonly count: number;
  readonly quick: boolean;
  /** Where the database is made. */
  readonly folder: string;
  /** The built store process. */
  readonly store: string;
  /** The file in which {@link ScaleSamples} are expected. */
  readonly answer: string;
}

/** What was measured; times in milliseconds where nothing else is said. */
export interface ScaleSamples {
  readonly fillSeconds: number;
  /** Of all threads of the store process. */
  readonly fillCpuSeconds: number;
  readonly searchedWhileFilling: readonly number[];
  /** Of customers who had come in by then, the share that was found. */
  readonly foundWhileFilling: number;
  readonly searched: readonly number[];
  /** Per cent of inputs whose customer was in the first twenty, by kind of input. */
  readonly whole: Readonly<Record<string, number>>;
  /** The same, by kind of typing error. */
  readonly mistyped: Readonly<Record<string, number>>;
  readonly looked: readonly number[];
  readonly lookedOverPort: readonly number[];
  readonly written: readonly number[];
  readonly writtenOverPort: readonly number[];
  readonly deltaSeconds: number;
  readonly searchedDuringDelta: readonly number[];
  /** MB, PSS, with the cache warm. */
  readonly memory: number;
}
