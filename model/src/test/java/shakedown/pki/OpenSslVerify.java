package shakedown.pki;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/** The command {@code openssl}, which has opinions on certificates, too. */
record OpenSslVerify(Path folder) {
  /** Whether the command is there at all. */
  static boolean isInstalled() {
    try {
      return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What {@code openssl verify} prints of a server's chain. */
  String verify(Family family) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("openssl", "verify", "-no-CApath", "-no-CAstore", "-auth_level", "1"));
    command.addAll(List.of("-purpose", "sslserver", "-verify_hostname", Family.HOST));
    command.addAll(List.of("-attime", Long.toString(Chains.INSTANT)));
    command.addAll(List.of("-CAfile", written("root", family.anchors())));
    if (family.chain().size() > 1) {
      var others = family.chain().subList(1, family.chain().size());
      command.addAll(List.of("-untrusted", written("others", others)));
    }
    command.add(written("leaf", family.chain().subList(0, 1)));
    return run(command);
  }

  String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }

  String written(String name, ImmutableList<Value> certificates) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      for (Value certificate : certificates) {
        writer.writeObject(new PemObject("CERTIFICATE", Octets.bytes(certificate)));
      }
    }
    return Files.writeString(folder.resolve(name + ".pem"), text.toString()).toString();
  }
}
