package shakedown.client12;

import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.ChainJudgement;
import shakedown.handshake.Context;
import shakedown.handshake.Judgement;
import shakedown.pki.Chain;

/** A handshake whose server has shown a chain. */
record Shown(Agreed agreed, Transcript transcript, Chain chain) {
  /** Holds the chain against whom the client trusts and means. */
  Judgement judged(Context context) {
    return ChainJudgement.ofServer(chain, context);
  }
}
