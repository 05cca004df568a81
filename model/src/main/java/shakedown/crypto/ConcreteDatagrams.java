package shakedown.crypto;

/** The concrete algebra of a session over datagrams. */
public record ConcreteDatagrams(Seed seed) implements DatagramRecords {
  @Override
  public Crypto numbered(MessageNumbers numbers) {
    return new Concrete(seed, new DatagramFraming(numbers));
  }

  @Override
  public DatagramProtection protection(Keys keys, int epoch) {
    return keys.suite().isFor13()
        ? new DatagramRecords13(keys, epoch)
        : new DatagramRecords12(keys, epoch);
  }
}
