package shakedown.interop;

/** One end of a connection in memory. */
interface Peer {
  /** Takes what the other end wrote. */
  void receive(byte[] octets);

  /** What it wrote since it was asked last. */
  byte[] take();

  /** Sends application data, as soon as it may. */
  void say(String words);

  /** All application data so far. */
  String heard();

  /** Carries octets both ways until both ends are silent. */
  static void connect(Peer one, Peer other) {
    boolean moves = true;
    while (moves) {
      byte[] there = one.take();
      other.receive(there);
      byte[] back = other.take();
      one.receive(back);
      moves = there.length + back.length > 0;
    }
  }
}
