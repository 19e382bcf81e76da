import RequestSender from 'jssip/lib/Dialog/RequestSender.js';

const receive = RequestSender.prototype._receiveResponse;

/**
 * Leaves it to us what follows on a glare. JsSIP 3.13.8 makes a re-INVITE that was answered 491 once more by itself: with the CSeq of the
 * former, which those who read RFC 3261 section 12.2.2 to the letter refuse (500); after one second, whoever began the dialog, so that two of
 * its kind meet again (section 14.1); and also when the call has ended meanwhile.
 */
export function takeOverGlare(): void {
  RequestSender.prototype._receiveResponse = function (response) {
    if (response.method === 'INVITE' && response.status_code === 491) this._eventHandlers.onErrorResponse(response);
    else receive.call(this, response);
  };
}
