/*
 * The part of WebHID (WICG) that a headset needs, as Chromium gives it: a report descriptor arrives parsed, with the items
 * of nested collections repeated in their ancestors, so that an outermost collection holds its reports whole and in order.
 */

/** One main item of a report descriptor: `reportCount` fields of `reportSize` bits. */
export interface HidReportItem {
  readonly isAbsolute?: boolean;
  readonly isArray?: boolean;
  readonly isConstant?: boolean;
  readonly isRange?: boolean;
  readonly hasPreferredState?: boolean;
  /** Usage page in the upper 16 bits. */
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  readonly reportSize?: number;
  readonly reportCount?: number;
  readonly logicalMinimum?: number;
  readonly logicalMaximum?: number;
}

export interface HidReportInfo {
  /** 0 for a device that has only one report of a kind. */
  readonly reportId?: number;
  readonly items?: readonly HidReportItem[];
}

export interface HidCollection {
  readonly usagePage?: number;
  readonly usage?: number;
  readonly inputReports?: readonly HidReportInfo[];
  readonly outputReports?: readonly HidReportInfo[];
}

/** What `inputreport` carries; the data begins behind the report id. */
export interface HidInputReport {
  readonly reportId: number;
  readonly data: DataView;
}

export interface HidDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  readonly opened: boolean;
  open(): Promise<void>;
  close(): Promise<void>;
  sendReport(reportId: number, data: BufferSource): Promise<void>;
  addEventListener(type: 'inputreport', listener: (event: HidInputReport) => void): void;
  removeEventListener(type: 'inputreport', listener: (event: HidInputReport) => void): void;
}

/** Where devices come from: `navigator.hid`, or what a test puts in its place. */
export interface HidSource {
  /** Those that main grants (`setDevicePermissionHandler`); no click is needed. */
  getDevices(): Promise<readonly HidDevice[]>;
  addEventListener(type: 'connect' | 'disconnect', listener: (event: { readonly device: HidDevice }) => void): void;
}
