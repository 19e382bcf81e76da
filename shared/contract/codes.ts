import { orderProblemCodes } from '../domain/ordering/review.ts';

/** The stable `code` of every problem the central API answers. Clients act on the code, never on the text. */
export const problemCodes = [
  /** 400: the request does not fit its schema; `errors` says where. */
  'invalid',
  /** 401: no bearer token, or one that is not good any more: refresh and try again. */
  'unauthorised',
  /** 401: name and password do not match. */
  'session.credentials',
  /** 401: the enrolment code is unknown, expired or spent. */
  'session.enrolment-invalid',
  /** 401: the refresh token is unknown, expired, spent, or of another device: sign in again. */
  'session.expired',
  /** 401: the centre signed this device out, or the operator works here no more: wipe what is kept here. */
  'session.revoked',
  /** 429: too many attempts; Retry-After says when to come back. */
  'session.rate-limited',
  /** 429: this session asks too much; Retry-After says when to come back. */
  'rate-limited',
  /** 403: not for somebody of this role. */
  'forbidden',
  'not-found',
  /** 404: the administrator has not set up the telephone account or the telephone servers. */
  'provisioning-missing',
  /** 409: somebody saved a newer version of the script meanwhile: read it, and bring the two together. */
  'script.stale',
  /** 409: the version is not in a state for this, or another script has this key. */
  'script.state',
  /** 403: whoever wrote a version does not review it. */
  'script.own-work',
  /** 409: the queue has another script or plan by now: look again. */
  'script.queue-changed',
  /** 403: those who lead a queue, and administrators, say what script it uses. */
  'script.queue-not-yours',
  /** 400: an operator would be stuck in it; `errors` says where. */
  'script.invalid',
  /** 400: more conversations than are read at once: ask for a shorter time, or for less of them. */
  'quality.too-many',
  /** 409: somebody saved a newer edition of the template meanwhile: read it first. */
  'letter.stale',
  /** 409: the file was merged into another one: `survivor` says which; nothing was handed out or erased. */
  'customer.merged',
  /** 409: another template has this key, or the template would be of another kind. */
  'letter.state',
  /** 400: no letter can be made of it; `errors` says what is wrong, and where. */
  'letter.invalid',
  'method-not-allowed',
  /** 410: the cursor is of another database, or of a future this one does not have: take a snapshot again. */
  'cursor-unknown',
  'too-large',
  'unsupported-media-type',
  /** 503: too many snapshots at once; Retry-After says when to come back. */
  'busy',
  /** 503: the database cannot be reached; nothing was lost, try again. */
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Why a mutation was rejected. Trying the same mutation again gives the same answer. */
export const rejectionCodes = [
  /** The patch does not fit the entity's schema. */
  'invalid',
  /** A field that only the centre may write. */
  'field-forbidden',
  /** The row to change does not exist. */
  'not-found',
  /** The patch names a row that does not exist. */
  'reference-missing',
  /** The row belongs to another operator. */
  'forbidden',
  /** The mutation's id was used before, for something else. */
  'id-reused',
  /** Two files of which one was merged already, or which are the same: there is nothing to merge. */
  'merge-impossible',
  /** The time in which a merge can be taken back is over. */
  'too-late',
  /** The customer was erased, and does not come back. */
  'erased',
  /** Something of the order is not (any more) as it was said to the customer; `problems` says what. */
  ...orderProblemCodes,
  /** The order, hold or reservation is in a state in which this cannot be done. */
  'order-state',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];
