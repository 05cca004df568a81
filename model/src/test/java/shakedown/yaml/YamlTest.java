package shakedown.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class YamlTest {

  @Test
  void every_node_knows_where_it_stands() {
    Node root = read("network:\n  rtt: 60ms\n  loss: [1%, 2%]\n").toOptional().orElseThrow();

    Node.Mapping network = (Node.Mapping) ((Node.Mapping) root).get("network").orElseThrow();
    Node.Sequence loss = (Node.Sequence) network.get("loss").orElseThrow();

    assertThat(network.place().line()).isEqualTo(2);
    assertThat(network.get("rtt").orElseThrow().place().column()).isEqualTo(8);
    assertThat(loss.items().get(1).place())
        .extracting(Place::line, Place::column, Place::length)
        .containsExactly(3, 14, 2);
  }

  @Test
  void yes_and_no_stay_texts() {
    assertThat(read("no")).isInstanceOf(Reading.Read.class);
    assertThat(read("a: no").toOptional().orElseThrow())
        .extracting(node -> ((Node.Mapping) node).get("a").orElseThrow().described())
        .isEqualTo("no");
  }

  @Test
  void a_key_said_twice_is_refused_with_its_first_line() {
    assertThat(headline("rtt: 1ms\nloss: 1%\nrtt: 2ms\n"))
        .isEqualTo(
            "mine.yaml:3:1: rtt is said twice, it stands in line 1 already; expected each key"
                + " once");
  }

  @Test
  void a_second_document_is_refused() {
    assertThat(headline("a: 1\n---\nb: 2\n")).contains("mine.yaml:2:1: a second document begins");
  }

  @Test
  void broken_syntax_is_refused_where_it_breaks() {
    assertThat(headline("a: [1, 2\nb: 3\n")).startsWith("mine.yaml:2:2: is no YAML: ");
  }

  @Test
  void a_tag_is_refused() {
    assertThat(headline("a: !!java.net.URL [x]\n")).contains("has no meaning");
  }

  @Test
  void octets_that_are_no_utf8_are_refused_at_their_place() {
    byte[] octets = {'a', ':', ' ', '1', '\n', 'b', (byte) 0xC3, '('};

    assertThat(Yaml.read("mine.yaml", octets).faults())
        .extracting(Complaint::line, Complaint::column)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 2));
  }

  @Test
  void aliases_share_a_value() {
    Node root = read("a: &x {rtt: 1ms}\nb: *x\n").toOptional().orElseThrow();

    assertThat(((Node.Mapping) root).get("b")).isEqualTo(((Node.Mapping) root).get("a"));
  }

  @Test
  void a_billion_laughs_are_refused() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String before = "*a" + (i - 1);
      text.append(
          "a%d: &a%d [%s, %s, %s, %s, %s]\n"
              .replace("%d", Integer.toString(i))
              .replace("%s", before));
    }

    assertThat(headline(text.toString())).contains("is too large");
  }

  @Test
  void deep_nesting_is_refused() {
    assertThat(headline("[".repeat(5000))).contains("is nested too deep");
  }

  @Test
  void a_large_text_is_refused() {
    assertThat(Yaml.read("mine.yaml", new byte[TextFile.MAX_OCTETS + 1]).faults()).hasSize(1);
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThat(Yaml.read(Path.of("nowhere.yaml")).faults())
        .extracting(Complaint::headline)
        .containsExactly("nowhere.yaml:1:1: cannot be read: there is no such file");
    assertThat(Yaml.read(Path.of(".")).faults())
        .extracting(Complaint::what)
        .containsExactly("cannot be read: it is a folder");
  }

  private static String headline(String text) {
    return read(text).faults().getFirst().headline();
  }

  static Reading<Node> read(String text) {
    return Yaml.read("mine.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
