package shakedown.calibrate;

import com.google.common.base.Splitter;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code openssl speed} prints, for machines ({@code -mr}) or for people; lines that
 * mean nothing here are passed over. Formats are those of OpenSSL 1.1.1 to 3.5, {@code
 * apps/speed.c}.
 */
final class OpenSslSpeed {

  private static final double NANOS = 1e9;
  private static final Pattern RSA =
      Pattern.compile("rsa +(\\d{3,5}) bits(?: +[\\d.]+s)+ +([\\d.]+) +([\\d.]+)(?: .*)?");
  private static final Pattern SIGNING =
      Pattern.compile(
          " *(\\d{3}) bits (?:ecdsa|EdDSA) \\((\\w+)\\)(?: +[\\d.]+s){2} +([\\d.]+) +([\\d.]+)");
  private static final Pattern AGREEING =
      Pattern.compile(" *(\\d{3}) bits ecdh \\((\\w+)\\) +[\\d.]+s +([\\d.]+)");
  private static final Pattern LENGTHS = Pattern.compile("type +((?:\\d+ bytes *)+)");
  private static final Pattern THROUGHPUT = Pattern.compile("(\\S+)((?: +[\\d.]+k)+)");

  private final Table<String, Integer, Double> nanos = HashBasedTable.create();
  private List<String> lengths = List.of();

  private OpenSslSpeed() {}

  static Speed parse(String text) {
    OpenSslSpeed parser = new OpenSslSpeed();
    text.lines().limit(100_000).forEach(parser::line);
    return new Speed(ImmutableTable.copyOf(parser.nanos));
  }

  private void line(String line) {
    if (line.length() > 1000) {
      return;
    }
    if (line.startsWith("+")) {
      machine(Splitter.on(':').splitToList(line));
    } else {
      people(line);
    }
  }

  private void machine(List<String> fields) {
    switch (fields.getFirst()) {
      case "+H" -> lengths = fields.subList(1, fields.size());
      case "+F" -> {
        if (fields.size() > 3) {
          lengths(fields.get(2), fields.subList(3, fields.size()), 1);
        }
      }
      case "+F2" -> pair(fields, 3, "rsa" + at(fields, 2));
      case "+F4" -> pair(fields, 3, "ecdsa" + at(fields, 2));
      case "+F5" -> perSecond("ecdh" + at(fields, 2), at(fields, 3));
      case "+F6" -> pair(fields, 4, at(fields, 3));
      default -> {}
    }
  }

  private void people(String line) {
    Matcher rsa = RSA.matcher(line);
    Matcher signing = SIGNING.matcher(line);
    Matcher agreeing = AGREEING.matcher(line);
    Matcher header = LENGTHS.matcher(line);
    Matcher throughput = THROUGHPUT.matcher(line);
    if (rsa.matches()) {
      perSecond("rsa" + rsa.group(1) + "/sign", rsa.group(2));
      perSecond("rsa" + rsa.group(1) + "/verify", rsa.group(3));
    } else if (signing.matches()) {
      String name = line.contains("EdDSA") ? signing.group(2) : "ecdsa" + signing.group(1);
      perSecond(name + "/sign", signing.group(3));
      perSecond(name + "/verify", signing.group(4));
    } else if (agreeing.matches()) {
      perSecond("ecdh" + agreeing.group(1), agreeing.group(3));
    } else if (header.matches()) {
      lengths = Splitter.on(" bytes").trimResults().omitEmptyStrings().splitToList(header.group(1));
    } else if (throughput.matches()) {
      String rates = throughput.group(2).replace("k", "");
      lengths(throughput.group(1), Splitter.on(' ').omitEmptyStrings().splitToList(rates), 1000);
    }
  }

  private void pair(List<String> fields, int first, String name) {
    perSecond(name + "/sign", at(fields, first));
    perSecond(name + "/verify", at(fields, first + 1));
  }

  /** Octets a second, one number a length. */
  private void lengths(String name, List<String> rates, int unit) {
    for (int i = 0; i < Math.min(rates.size(), lengths.size()); i++) {
      double rate = number(rates.get(i)) * unit;
      double octets = number(lengths.get(i));
      if (rate > 0 && octets > 0) {
        nanos.put(name.toLowerCase(Locale.ROOT), (int) octets, octets / rate * NANOS);
      }
    }
  }

  private void perSecond(String name, String times) {
    double rate = number(times);
    if (rate > 0) {
      nanos.put(name.toLowerCase(Locale.ROOT), 0, NANOS / rate);
    }
  }

  private static String at(List<String> fields, int index) {
    return index < fields.size() ? fields.get(index) : "";
  }

  private static double number(String text) {
    return text.matches("\\d{1,12}(\\.\\d{1,12})?") ? Double.parseDouble(text) : 0;
  }
}
