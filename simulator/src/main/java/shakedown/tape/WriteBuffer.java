package shakedown.tape;

import shakedown.net.Tcp;

/**
 * How a TLS stack gathers records before it writes them to TCP. With a size it does as OpenSSL's
 * buffering BIO: a record that does not fit fills the buffer, which leaves; the rest waits if it is
 * smaller than the buffer, else leaves whole.
 */
final class WriteBuffer {
  private final Tcp tcp;
  private final int size;
  private int gathered;

  /**
   * @param size in octets; 0 to wait for the flush only
   */
  WriteBuffer(Tcp tcp, int size) {
    this.tcp = tcp;
    this.size = size;
  }

  void reset() {
    gathered = 0;
  }

  void gather(int octets) {
    if (size == 0 || gathered + octets <= size) {
      gathered += octets;
      return;
    }
    int rest = octets;
    if (gathered > 0) {
      rest -= size - gathered;
      tcp.write(size);
      gathered = 0;
    }
    if (rest >= size) {
      tcp.write(rest);
    } else {
      gathered = rest;
    }
  }

  /** Writes octets at once, after what waits and in one write with it. */
  void write(int octets) {
    tcp.write(gathered + octets);
    gathered = 0;
  }

  void flush() {
    if (gathered > 0) {
      tcp.write(gathered);
      gathered = 0;
    }
  }
}
