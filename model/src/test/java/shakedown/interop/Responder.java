package shakedown.interop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;

/** Says the same of every certificate that it is asked for, over HTTP (RFC 6960 A.1). */
final class Responder {
  private static final int OK = 200;

  private Responder() {}

  /** Starts one that runs as long as the process, and says where it is. */
  static String start(ChainFiles chain) {
    try {
      byte[] response = Files.readAllBytes(chain.stapleFile());
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(OK, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
          });
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
