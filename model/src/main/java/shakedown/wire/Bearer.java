package shakedown.wire;

import static shakedown.wire.ExtensionType.APPLICATION_LAYER_PROTOCOL_NEGOTIATION;
import static shakedown.wire.ExtensionType.CERTIFICATE_AUTHORITIES;
import static shakedown.wire.ExtensionType.CLIENT_CERTIFICATE_TYPE;
import static shakedown.wire.ExtensionType.COMPRESS_CERTIFICATE;
import static shakedown.wire.ExtensionType.DELEGATED_CREDENTIAL;
import static shakedown.wire.ExtensionType.EARLY_DATA;
import static shakedown.wire.ExtensionType.EC_POINT_FORMATS;
import static shakedown.wire.ExtensionType.ENCRYPT_THEN_MAC;
import static shakedown.wire.ExtensionType.EXTENDED_MASTER_SECRET;
import static shakedown.wire.ExtensionType.KEY_SHARE;
import static shakedown.wire.ExtensionType.MAX_FRAGMENT_LENGTH;
import static shakedown.wire.ExtensionType.PRE_SHARED_KEY;
import static shakedown.wire.ExtensionType.RECORD_SIZE_LIMIT;
import static shakedown.wire.ExtensionType.RENEGOTIATION_INFO;
import static shakedown.wire.ExtensionType.SERVER_CERTIFICATE_TYPE;
import static shakedown.wire.ExtensionType.SERVER_NAME;
import static shakedown.wire.ExtensionType.SESSION_TICKET;
import static shakedown.wire.ExtensionType.SIGNATURE_ALGORITHMS;
import static shakedown.wire.ExtensionType.SIGNATURE_ALGORITHMS_CERT;
import static shakedown.wire.ExtensionType.STATUS_REQUEST;
import static shakedown.wire.ExtensionType.SUPPORTED_GROUPS;
import static shakedown.wire.ExtensionType.SUPPORTED_VERSIONS;

import com.google.common.collect.ImmutableSet;

/** What can bear extensions, and which (RFC 8446 4.2, and the RFCs of those of TLS 1.2). */
public enum Bearer {
  CLIENT_HELLO(ExtensionType.KNOWN),
  SERVER_HELLO(SUPPORTED_VERSIONS, KEY_SHARE, PRE_SHARED_KEY),
  // supported_groups has no meaning there, but some servers send it
  SERVER_HELLO_12(
      SERVER_NAME,
      MAX_FRAGMENT_LENGTH,
      STATUS_REQUEST,
      SUPPORTED_GROUPS,
      EC_POINT_FORMATS,
      APPLICATION_LAYER_PROTOCOL_NEGOTIATION,
      CLIENT_CERTIFICATE_TYPE,
      SERVER_CERTIFICATE_TYPE,
      ENCRYPT_THEN_MAC,
      EXTENDED_MASTER_SECRET,
      RECORD_SIZE_LIMIT,
      SESSION_TICKET,
      RENEGOTIATION_INFO),
  HELLO_RETRY_REQUEST(SUPPORTED_VERSIONS, KEY_SHARE, ExtensionType.COOKIE),
  ENCRYPTED_EXTENSIONS(
      SERVER_NAME,
      MAX_FRAGMENT_LENGTH,
      SUPPORTED_GROUPS,
      APPLICATION_LAYER_PROTOCOL_NEGOTIATION,
      CLIENT_CERTIFICATE_TYPE,
      SERVER_CERTIFICATE_TYPE,
      RECORD_SIZE_LIMIT,
      EARLY_DATA),
  CERTIFICATE_REQUEST(
      STATUS_REQUEST,
      SIGNATURE_ALGORITHMS,
      SIGNATURE_ALGORITHMS_CERT,
      COMPRESS_CERTIFICATE,
      DELEGATED_CREDENTIAL,
      CERTIFICATE_AUTHORITIES),
  CERTIFICATE(STATUS_REQUEST, DELEGATED_CREDENTIAL),
  NEW_SESSION_TICKET(EARLY_DATA);

  private final ImmutableSet<Integer> types;

  Bearer(Integer... types) {
    this(ImmutableSet.copyOf(types));
  }

  Bearer(ImmutableSet<Integer> types) {
    this.types = types;
  }

  /** Whether it may bear this extension: one that nobody knows may be anywhere. */
  boolean mayBear(Extension extension) {
    int type = extension.type();
    return types.contains(type) || !ExtensionType.KNOWN.contains(type);
  }
}
