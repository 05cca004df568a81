package shakedown.net;

/** Sends a segment again, with the small ones behind it that fit (tcp_retrans_try_collapse). */
final class Repeater {
  private final Outgoing out;
  private final int mss;
  private final Sender.Output output;

  Repeater(Outgoing out, int mss, Sender.Output output) {
    this.out = out;
    this.mss = mss;
    this.output = output;
  }

  void repeat(int index) {
    Segments segments = out.segments;
    while (index + 1 < segments.count()
        && !segments.isSacked(index)
        && !segments.isSacked(index + 1)
        && segments.to(index + 1) - segments.from(index) <= mss) {
      segments.swallowNext(index);
    }
    segments.markRepeated(index, out.stamp());
    output.sendAgain(segments.from(index), segments.to(index));
  }
}
