package shakedown.report.chart;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;

/** The look of each variant, the same in every chart of an experiment. */
public record Looks(ImmutableMap<String, Look> byVariant) {

  /** For variants in the order given. */
  public static Looks of(String baseline, Collection<String> variants) {
    ImmutableMap.Builder<String, Look> looks = ImmutableMap.builder();
    int next = 0;
    for (String variant : variants) {
      looks.put(variant, variant.equals(baseline) ? Look.ofBaseline() : Look.numbered(next++));
    }
    return new Looks(looks.buildOrThrow());
  }

  public Look of(String variant) {
    Look look = byVariant.get(variant);
    if (look == null) {
      throw new IllegalArgumentException(
          "no variant " + variant + "; expected one of " + byVariant.keySet());
    }
    return look;
  }
}
