package shakedown.server13;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.Optional;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.pki.Identity;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extensions;
import shakedown.wire.Message;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.Entry;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** What a server shows of itself, in a way that this client understands (RFC 8446 4.4). */
record ServerIdentity(
    Identity identity, SignatureScheme scheme, Optional<CompressionAlgorithm> compression) {
  /** Nothing if the client can verify no signature that the server can make. */
  static Optional<ServerIdentity> shownTo(ClientHello hello, Context context) {
    if (context.credentials().identities().isEmpty()) {
      return Optional.empty();
    }
    Identity identity = context.credentials().self();
    Optional<CompressionAlgorithm> compression =
        context.policy().compressions().stream()
            .filter(each -> understands(hello, each))
            .findFirst();
    return context.policy().schemes().stream()
        .filter(scheme -> scheme.isFor13() && scheme.fits(identity.keyType(), Version.TLS13))
        .filter(hello.schemes()::contains)
        .findFirst()
        .map(scheme -> new ServerIdentity(identity, scheme, compression));
  }

  private static boolean understands(ClientHello hello, CompressionAlgorithm algorithm) {
    return hello.extensions().find(CompressCertificate.class).stream()
        .anyMatch(offered -> offered.algorithms().contains(algorithm));
  }

  Message certificate(Context context) {
    var plain =
        new Certificate(
            null,
            identity.chain().stream()
                .map(each -> new Entry(each, Extensions.of()))
                .collect(toImmutableList()));
    return compression
        .<Message>map(algorithm -> compressed(plain, algorithm, context))
        .orElse(plain);
  }

  private static Message compressed(
      Certificate plain, CompressionAlgorithm algorithm, Context context) {
    return new CompressedCertificate(algorithm, context.crypto().compress(algorithm, plain));
  }

  Message certificateVerify(Transcript before, CipherSuite suite, Context context) {
    Value covered =
        context.covered(
            Rule.SIGNATURE_COVERS_TRANSCRIPT, () -> before.digest(context.crypto(), suite.hash()));
    var content = new SignedTranscript(SignedTranscript.SERVER, covered);
    return new CertificateVerify(
        scheme, context.crypto().sign(identity.privateKey(), scheme, content));
  }
}
