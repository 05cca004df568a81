package shakedown.crypto;

/** What the algebras of octets have beside {@link Crypto}: records exist in no other world. */
public interface Records {
  RecordProtection protection(Keys keys);
}
