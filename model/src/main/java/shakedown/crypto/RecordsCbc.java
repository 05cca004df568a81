package shakedown.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Octets;

/** Records under CBC with the MAC inside (RFC 5246 6.2.3.2). */
record RecordsCbc(CbcAndMac cipher) implements RecordProtection {
  @Override
  public Octets seal(long sequence, int type, Octets content) {
    byte[] plain = Octets.bytes(content);
    byte[] mac = cipher.mac(sequence, type, plain);
    byte[] encrypted = cipher.encrypt(sequence, Hashing.concat(plain, mac));
    return Octets.of(Hashing.concat(Headers.of(type, encrypted.length), encrypted));
  }

  /** A wrong padding is a wrong MAC, and costs one: no one may tell them apart (Vaudenay 2002). */
  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    byte[] whole = Octets.bytes(record);
    byte[] encrypted =
        Arrays.copyOfRange(whole, Math.min(Headers.LENGTH, whole.length), whole.length);
    if (!Headers.isWhole(whole) || !cipher.isWhole(encrypted)) {
      return Optional.empty();
    }
    byte[] padded = cipher.decrypt(encrypted);
    int macLength = cipher.macLength();
    if (padded.length < macLength + 1) {
      return Optional.empty();
    }
    int padding = CbcAndMac.padding(padded, macLength);
    int end = padded.length - padding;
    byte[] plain = Arrays.copyOf(padded, end - macLength);
    byte[] mac = Arrays.copyOfRange(padded, end - macLength, end);
    int type = whole[0] & 0xff;
    boolean right = MessageDigest.isEqual(mac, cipher.mac(sequence, type, plain));
    return right && padding > 0
        ? Optional.of(new Opened(type, Octets.of(plain)))
        : Optional.empty();
  }
}
