package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.crypto.Facts.Authority;
import shakedown.crypto.Facts.Usage;

final class FactsTest {
  @ParameterizedTest
  @CsvSource({
    "www.example.com, example.com, true",
    "example.com, example.com, true",
    "example.com, .example.com, false",
    "www.example.com, .example.com, true",
    "wwwexample.com, example.com, false",
    "example.com, www.example.com, false",
    "example.com, '', true"
  })
  void a_host_is_in_the_tree_that_its_labels_end_with(String host, String tree, boolean isUnder) {
    assertThat(new Name.Dns(host).isUnder(new Name.Dns(tree))).isEqualTo(isUnder);
  }

  @Test
  void an_address_is_in_a_range_by_its_mask() {
    Name address = new Name.Address("C0000207");

    assertThat(address.isUnder(new Name.Address("C0000200FFFFFF00"))).isTrue();
    assertThat(address.isUnder(new Name.Address("C0000300FFFFFF00"))).isFalse();
    assertThat(address.isUnder(new Name.Address("0".repeat(64)))).isFalse();
    assertThat(address.isUnder(new Name.Dns(""))).isFalse();
  }

  @Test
  void an_address_is_shown_as_it_is_written() {
    assertThat(new Name.Address("C0000207")).hasToString("192.0.2.7");
    assertThat(new Name.Address("C0000200FFFFFF00")).hasToString("192.0.2.0/255.255.255.0");
    assertThat(new Name.Address("20010DB8000000000000000000000007"))
        .hasToString("2001:0db8:0000:0000:0000:0000:0000:0007");
  }

  @Test
  void a_form_that_is_not_constrained_is_let_and_one_that_cannot_be_compared_is_not() {
    Authority mailboxes = Authority.UNLIMITED.withPermitted(new Name.Other(1));
    Authority noMailboxes = Authority.UNLIMITED.withExcluded(new Name.Other(1));

    assertThat(mailboxes.lets(new Name.Dns("a.example"))).isTrue();
    assertThat(mailboxes.lets(new Name.Other(1))).isFalse();
    assertThat(noMailboxes.lets(new Name.Other(1))).isFalse();
    assertThat(noMailboxes.lets(new Name.Other(6))).isTrue();
  }

  @Test
  void a_directory_name_is_under_those_it_begins_with() {
    var top = new Name.Directory(ImmutableList.of("c=us"));
    var name = new Name.Directory(ImmutableList.of("c=us", "o=example"));

    assertThat(name.isUnder(top)).isTrue();
    assertThat(top.isUnder(name)).isFalse();
  }

  @Test
  void delegation_takes_both_the_extension_and_the_key_usage() {
    Usage delegating = new Usage(Usage.ANY.keys(), Usage.ANY.extended(), true, false);

    assertThat(delegating.mayDelegate()).isTrue();
    assertThat(delegating.withKeys(KeyUsage.KEY_ENCIPHERMENT).mayDelegate()).isFalse();
    assertThat(Usage.ANY.mayDelegate()).isFalse();
  }
}
