/** Where on the wire and by what name an application is found. */
export interface Account {
  /** The number that rings it. */
  readonly number: string;
  readonly user: string;
  readonly password: string;
  readonly uri: string;
  /** `ws://…` of the SIP server. */
  readonly server: string;
}

/** A run of an application under test: Balie or its peer. Times are milliseconds since the epoch, on the kernel's clock. */
export interface Running {
  readonly pid: number;
  /** When its process was made. */
  readonly startedAt: number;
  /** Attaches to the page and measures how its clock lies to the kernel's. */
  attach(): Promise<void>;
  /** Waits until the page can answer, then clicks the button. @returns the time of the click. */
  answer(): Promise<number>;
  /** Enters the number and clicks the button. @returns the time of the click. */
  dial(number: string): Promise<number>;
  hangUp(): Promise<void>;
  /** Waits until the workspace takes input. @returns when it did. Only of an application that has one. */
  interactiveAt?(): Promise<number>;
  /** Waits until the file of the caller is on the screen. @param since - when the INVITE came. @returns when it was painted. */
  filePaintedAt?(since: number): Promise<number>;
  /** Waits until the call is over and the next one can come. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** `beeps`: Chromium's own microphone; `system`: the devices of the machine. */
  readonly devices?: 'beeps' | 'system';
  /** Main can be looked into, see `inside()` of a running Balie. */
  readonly inspect?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** An application under test. */
export interface Subject {
  readonly name: 'Balie' | 'peer';
  readonly account: Account;
  start(options?: StartOptions): Running;
}
