package shakedown.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Octets;

/** Records under CBC with the MAC around them (RFC 7366 3). */
record RecordsEncryptThenMac(CbcAndMac cipher) implements RecordProtection {
  @Override
  public Octets seal(long sequence, int type, Octets content) {
    byte[] encrypted = cipher.encrypt(sequence, Octets.bytes(content));
    byte[] mac = cipher.mac(sequence, type, encrypted);
    byte[] header = Headers.of(type, encrypted.length + mac.length);
    return Octets.of(Hashing.concat(header, encrypted, mac));
  }

  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    byte[] whole = Octets.bytes(record);
    int end = whole.length - cipher.macLength();
    if (!Headers.isWhole(whole) || end < Headers.LENGTH) {
      return Optional.empty();
    }
    int type = whole[0] & 0xff;
    byte[] encrypted = Arrays.copyOfRange(whole, Headers.LENGTH, end);
    byte[] mac = Arrays.copyOfRange(whole, end, whole.length);
    return MessageDigest.isEqual(mac, cipher.mac(sequence, type, encrypted))
            && cipher.isWhole(encrypted)
        ? unpadded(type, cipher.decrypt(encrypted))
        : Optional.empty();
  }

  private static Optional<Opened> unpadded(int type, byte[] padded) {
    int padding = CbcAndMac.padding(padded, 0);
    return padding == 0
        ? Optional.empty()
        : Optional.of(new Opened(type, Octets.of(Arrays.copyOf(padded, padded.length - padding))));
  }
}
