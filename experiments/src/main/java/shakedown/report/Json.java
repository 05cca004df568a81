package shakedown.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How results become JSON text: two spaces, line feeds, numbers to a thousandth, no exponents. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Null for what is infinite or unknown, which JSON cannot say. */
  static JsonNode number(double value) {
    if (!Double.isFinite(value)) {
      return JsonNodeFactory.instance.nullNode();
    }
    BigDecimal rounded = new BigDecimal(value).setScale(3, RoundingMode.HALF_UP);
    BigDecimal bare = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    return JsonNodeFactory.instance.numberNode(bare.scale() < 0 ? bare.setScale(0) : bare);
  }

  static String text(JsonNode node) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return MAPPER.writer().with(printer).writeValueAsString(node) + "\n";
  }
}
