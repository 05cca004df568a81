package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import shakedown.wire.CipherSuite;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** RFC 5246 8.1 and 6.3, RFC 7627 4. */
public record KeySchedule12(Crypto crypto, CipherSuite suite) {
  private static final int MASTER_SECRET_LENGTH = 48;
  private static final int VERIFY_DATA_LENGTH = 12;

  public Value masterSecret(Value premaster, Value clientRandom, Value serverRandom) {
    return prf(
        premaster,
        "master secret",
        MASTER_SECRET_LENGTH,
        ImmutableList.of(clientRandom, serverRandom));
  }

  /**
   * RFC 7627 4.
   *
   * @param untilKeyExchange all messages up to and including ClientKeyExchange
   */
  public Value extendedMasterSecret(Value premaster, Transcript untilKeyExchange) {
    return prf(
        premaster,
        "extended master secret",
        MASTER_SECRET_LENGTH,
        ImmutableList.of(untilKeyExchange.digest(crypto, suite.hash())));
  }

  /**
   * The keys of what one side writes: what both sides' MACs, ciphers and nonces want.
   *
   * @param encryptThenMac whether both sides want it (RFC 7366)
   */
  public Keys keys(
      Value masterSecret,
      Value clientRandom,
      Value serverRandom,
      Role writer,
      boolean encryptThenMac) {
    Value block =
        prf(
            masterSecret,
            "key expansion",
            suite.cipher().keyBlockLength(),
            ImmutableList.of(serverRandom, clientRandom));
    return new Keys(suite, writer, block, encryptThenMac);
  }

  /** RFC 5246 7.4.9. */
  public Value verifyData(Value masterSecret, Role finishing, Value covered) {
    String label = finishing == Role.CLIENT ? "client finished" : "server finished";
    return prf(masterSecret, label, VERIFY_DATA_LENGTH, ImmutableList.of(covered));
  }

  /**
   * RFC 5705 4.
   *
   * @param seed both randoms, and a context with its length if there is one
   * @param length in octets
   */
  public Value exported(Value masterSecret, ImmutableList<Value> seed, String label, int length) {
    return prf(masterSecret, label, length, seed);
  }

  private Value prf(Value secret, String label, int length, ImmutableList<Value> seed) {
    return crypto.prf(suite.hash(), secret, label, length, seed);
  }
}
