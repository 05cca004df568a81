package shakedown.pki;

/**
 * Why a chain was refused, for a person.
 *
 * @param seen which certificate, and what it says
 * @param required what should have been there
 * @param remedy what would change it
 */
public record Explanation(String seen, String required, String remedy) {
  /**
   * Of a fault that this validation found.
   *
   * @throws IllegalArgumentException if its rule is not about chains
   */
  public static Explanation of(Fault fault, Validation validation) {
    return new Words(fault, validation).explanation();
  }

  /** In one sentence. */
  @Override
  public String toString() {
    return seen + "; " + required + ": " + remedy;
  }
}
