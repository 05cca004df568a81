package shakedown.rules;

import static shakedown.rules.Rule.Sort.CHECK;
import static shakedown.rules.Rule.Sort.CHOICE;
import static shakedown.rules.Rule.Sort.COVERAGE;
import static shakedown.rules.Rule.Sort.NEED;
import static shakedown.rules.Rule.Sort.ORDER;
import static shakedown.wire.Alert.BAD_CERTIFICATE;
import static shakedown.wire.Alert.BAD_RECORD_MAC;
import static shakedown.wire.Alert.CERTIFICATE_EXPIRED;
import static shakedown.wire.Alert.DECODE_ERROR;
import static shakedown.wire.Alert.DECRYPT_ERROR;
import static shakedown.wire.Alert.HANDSHAKE_FAILURE;
import static shakedown.wire.Alert.ILLEGAL_PARAMETER;
import static shakedown.wire.Alert.MISSING_EXTENSION;
import static shakedown.wire.Alert.PROTOCOL_VERSION;
import static shakedown.wire.Alert.RECORD_OVERFLOW;
import static shakedown.wire.Alert.UNEXPECTED_MESSAGE;
import static shakedown.wire.Alert.UNKNOWN_CA;
import static shakedown.wire.Alert.UNSUPPORTED_CERTIFICATE;
import static shakedown.wire.Alert.UNSUPPORTED_EXTENSION;

import com.google.common.base.Ascii;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Alert;

/** What an RFC says must hold, where it says so, and the alert if it does not. */
public enum Rule {
  // the hellos
  CLIENT_VERSION_ACCEPTABLE("8446 D.2", PROTOCOL_VERSION, NEED),
  SELECTED_VERSION_WAS_OFFERED("8446 4.2.1", ILLEGAL_PARAMETER),
  DOWNGRADE_SENTINEL_CHECKED("8446 4.1.3", ILLEGAL_PARAMETER),
  CLIENT_COMPRESSION_ONLY_NULL("8446 4.1.2", ILLEGAL_PARAMETER),
  COMPRESSION_IS_NULL("8446 4.1.3", ILLEGAL_PARAMETER),
  SUITE_WAS_OFFERED("8446 4.1.3", ILLEGAL_PARAMETER),
  SUITE_FITS_VERSION("8446 4.1.3", ILLEGAL_PARAMETER, NEED),
  SESSION_ID_ECHOED("8446 4.1.3", ILLEGAL_PARAMETER),
  EXTENSION_WAS_OFFERED("8446 4.2", UNSUPPORTED_EXTENSION),
  EXTENSION_IN_ITS_PLACE("8446 4.2", ILLEGAL_PARAMETER),
  CLIENT_HELLO_COMPLETE("8446 9.2", MISSING_EXTENSION),
  PARAMETERS_OVERLAP("8446 4.1.1", HANDSHAKE_FAILURE, NEED),
  SCHEME_IS_SHARED("8446 4.4.2.2", HANDSHAKE_FAILURE, NEED),
  // key shares and the retry
  SERVER_HELLO_HAS_SHARE("8446 9.2", MISSING_EXTENSION, NEED),
  SERVER_SHARE_GROUP_WAS_SHARED("8446 4.2.8", ILLEGAL_PARAMETER),
  SHARE_IS_VALID("8446 4.2.8.2", ILLEGAL_PARAMETER),
  AT_MOST_ONE_RETRY("8446 4.1.4", UNEXPECTED_MESSAGE),
  RETRY_GROUP_SUPPORTED("8446 4.2.8", ILLEGAL_PARAMETER),
  RETRY_GROUP_NOT_YET_SHARED("8446 4.2.8", ILLEGAL_PARAMETER),
  RETRY_CHANGES_HELLO("8446 4.1.4", ILLEGAL_PARAMETER),
  RETRY_SUITE_KEPT("8446 4.1.4", ILLEGAL_PARAMETER),
  RETRY_VERSION_KEPT("8446 4.1.4", ILLEGAL_PARAMETER),
  SECOND_HELLO_UNCHANGED("8446 4.1.2", ILLEGAL_PARAMETER),
  // pre-shared keys and early data
  PSK_WAS_OFFERED("8446 4.2.11", ILLEGAL_PARAMETER, NEED),
  SELECTED_IDENTITY_IN_RANGE("8446 4.2.11", ILLEGAL_PARAMETER),
  SELECTED_SUITE_HASH_FITS_PSK("8446 4.2.11", ILLEGAL_PARAMETER),
  SHARE_PRESENT_IF_MODE_NEEDS_IT("8446 4.2.11", ILLEGAL_PARAMETER),
  PSK_KE_WITHOUT_SHARE("8446 4.2.9", ILLEGAL_PARAMETER),
  PSK_MODES_WITH_PSK("8446 4.2.9", MISSING_EXTENSION),
  PSK_IS_LAST("8446 4.2.11", ILLEGAL_PARAMETER),
  PSK_MODE_WAS_LISTED("8446 4.2.9", CHOICE),
  PSK_FITS_SUITE("8446 4.2.11", CHOICE),
  TICKET_NAME_VALID("8446 4.6.1", CHOICE),
  TICKET_NOT_EXPIRED("8446 4.2.11.1", CHOICE),
  BINDER_FOR_EACH_IDENTITY("8446 4.2.11", ILLEGAL_PARAMETER),
  BINDER_VALID("8446 4.2.11", DECRYPT_ERROR),
  EARLY_DATA_USES_FIRST_PSK("8446 4.2.11", ILLEGAL_PARAMETER),
  EARLY_DATA_REFUSES_OLD_SERVER("8446 D.3", PROTOCOL_VERSION, NEED),
  // authentication
  SERVER_CERTIFICATE_NOT_EMPTY("8446 4.4.2.4", DECODE_ERROR, NEED),
  CERTIFICATE_IS_READABLE("8446 4.4.2.4", BAD_CERTIFICATE, NEED),
  COMPRESSION_WAS_OFFERED("8879 4", ILLEGAL_PARAMETER),
  CERTIFICATE_DECOMPRESSES("8879 4", BAD_CERTIFICATE, NEED),
  CHAIN_TRUSTED("8446 6.2", UNKNOWN_CA),
  CHAIN_IN_VALIDITY("8446 6.2", CERTIFICATE_EXPIRED),
  CERTIFICATE_MATCHES_NAME("9525 6", BAD_CERTIFICATE),
  VERIFY_SCHEME_OFFERED("8446 4.4.3", ILLEGAL_PARAMETER),
  VERIFY_SCHEME_FITS_KEY("8446 4.4.3", ILLEGAL_PARAMETER),
  VERIFY_RSA_IS_PSS("8446 4.4.3", ILLEGAL_PARAMETER),
  SIGNATURE_IS_VALID("8446 4.4.3", DECRYPT_ERROR),
  SERVER_FINISHED_IS_VALID("8446 4.4.4", DECRYPT_ERROR),
  CLIENT_FINISHED_IS_VALID("8446 4.4.4", DECRYPT_ERROR),
  // TLS 1.2
  TLS12_KEY_FITS_KEY_EXCHANGE("5246 7.4.2", UNSUPPORTED_CERTIFICATE),
  TLS12_GROUP_WAS_OFFERED("8422 5.4", ILLEGAL_PARAMETER),
  TLS12_RESUMED_SUITE_KEPT("5246 7.4.1.3", ILLEGAL_PARAMETER),
  TLS12_CCS_BEFORE_FINISHED("5246 7.4.9", UNEXPECTED_MESSAGE, ORDER),
  TLS12_SERVER_KEY_EXCHANGE_CAME("5246 7.4.3", UNEXPECTED_MESSAGE, ORDER),
  TICKET_IFF_NEGOTIATED("5077 3.3", UNEXPECTED_MESSAGE, ORDER),
  RENEGOTIATION_INFO_EMPTY_FROM_SERVER("5746 3.4", HANDSHAKE_FAILURE),
  RENEGOTIATION_INFO_EMPTY_FROM_CLIENT("5746 3.6", HANDSHAKE_FAILURE),
  EMS_NOT_DROPPED_BY_CLIENT("7627 5.3", HANDSHAKE_FAILURE),
  EMS_NOT_ADDED_BY_SERVER("7627 5.3", HANDSHAKE_FAILURE),
  EMS_NOT_DROPPED_BY_SERVER("7627 5.3", HANDSHAKE_FAILURE),
  // what both sides put under a signature or a tag
  SIGNATURE_COVERS_TRANSCRIPT("8446 4.4.3", DECRYPT_ERROR, COVERAGE),
  FINISHED_COVERS_TRANSCRIPT("8446 4.4.4", DECRYPT_ERROR, COVERAGE),
  TLS12_KEY_EXCHANGE_SIGNS_RANDOMS("5246 7.4.3", DECRYPT_ERROR, COVERAGE),
  TLS12_FINISHED_COVERS_TRANSCRIPT("5246 7.4.9", DECRYPT_ERROR, COVERAGE),
  // order and records
  MESSAGE_IN_ORDER("8446 4", UNEXPECTED_MESSAGE, NEED),
  MESSAGE_PARSES("8446 6", DECODE_ERROR, NEED),
  KEY_CHANGE_AT_RECORD_BOUNDARY("8446 5.1", UNEXPECTED_MESSAGE, NEED),
  HANDSHAKE_NOT_INTERLEAVED("8446 5.1", UNEXPECTED_MESSAGE, NEED),
  RECORD_WITHIN_LIMIT("8446 5.1", RECORD_OVERFLOW, NEED),
  RECORD_DEPROTECTS("8446 5.2", BAD_RECORD_MAC, NEED);

  /** What becomes of a rule that is waived. */
  public enum Sort {
    /** A test of what came: waived, it is not run. */
    CHECK,
    /** A message that must come before another: waived, it may be missing. */
    ORDER,
    /** What an endpoint may choose: nobody is told; waived, it chooses as if it were free to. */
    CHOICE,
    /** What a signature or tag covers: waived at one end, a constant is covered in its place. */
    COVERAGE,
    /** Something without which there is nothing to go on with: cannot be waived. */
    NEED
  }

  private final String section;
  private final @Nullable Alert alert;
  private final Sort sort;

  Rule(String section, Sort sort) {
    this(section, null, sort);
  }

  Rule(String section, Alert alert) {
    this(section, alert, CHECK);
  }

  Rule(String section, @Nullable Alert alert, Sort sort) {
    this.section = section;
    this.alert = alert;
    this.sort = sort;
  }

  /** RFC number and section, as {@code 8446 4.4.3}. */
  public String section() {
    return section;
  }

  /**
   * What an endpoint sends when the rule is broken.
   *
   * @throws IllegalStateException of a choice, which only its own side can break
   */
  public Alert alert() {
    if (alert == null) {
      throw new IllegalStateException(this + " is a choice of one's own");
    }
    return alert;
  }

  public Sort sort() {
    return sort;
  }

  /** The name in files and on the command line: {@code signature-is-valid}. */
  @Override
  public String toString() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }
}
