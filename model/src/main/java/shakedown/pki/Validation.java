package shakedown.pki;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.rules.Rules;

/**
 * How chains are held against whom an endpoint trusts (RFC 5280 6, RFC 8446 4.4.2). A chain stands
 * if one of the ways to read it breaks no rule.
 *
 * @param rules what is waived is not asked
 */
public record Validation(Trust trust, Purpose purpose, Rules rules, Crypto crypto) {
  /** What is wrong with it; where nothing is right, with the first way to read it. */
  public Optional<Fault> fault(Chain chain) {
    Optional<Fault> first = Optional.empty();
    for (CertificationPath path : Paths.of(chain, trust, crypto)) {
      Optional<Fault> fault = faults(path, chain.staple()).findFirst();
      if (fault.isEmpty()) {
        return fault;
      }
      first = first.or(() -> fault);
    }
    return first;
  }

  /** All that is wrong with the same way to read it. */
  public Stream<Fault> faults(Chain chain) {
    return fault(chain).stream().flatMap(first -> faults(first.path(), chain.staple()));
  }

  private Stream<Fault> faults(CertificationPath path, @Nullable Staple staple) {
    return new Questions(path, staple, this)
        .all()
        .filter(question -> rules.enforces(question.rule()))
        .flatMap(
            question ->
                question.broken().stream()
                    .mapToObj(place -> new Fault(question.rule(), path, place, staple)));
  }
}
