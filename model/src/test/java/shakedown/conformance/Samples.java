package shakedown.conformance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import shakedown.machine.Term;
import shakedown.wire.CertificateType;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Extension;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Extensions;
import shakedown.wire.Group;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Something of each type that a message is made of. */
final class Samples {
  /** What may stand at a code point: some that are known, and one that nobody knows. */
  private static final ImmutableMap<Class<?>, ImmutableList<?>> CODE_POINTS =
      ImmutableMap.<Class<?>, ImmutableList<?>>builder()
          .put(
              Version.class,
              ImmutableList.of(
                  Version.TLS12, Version.TLS13, Version.TLS11, Version.SSL3, new Version(0x0305)))
          .put(
              CipherSuite.class,
              ImmutableList.of(
                  CipherSuite.TLS_AES_256_GCM_SHA384,
                  CipherSuite.TLS_AES_128_GCM_SHA256,
                  CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                  CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
                  new CipherSuite(0x0a0a)))
          .put(
              NamedGroup.class,
              ImmutableList.of(
                  NamedGroup.SECP256R1,
                  NamedGroup.FFDHE2048,
                  NamedGroup.X25519_MLKEM768,
                  new NamedGroup(0x0a0a)))
          .put(Group.class, ImmutableList.of(NamedGroup.SECP521R1, new NamedGroup(0x0a0a)))
          .put(
              SignatureScheme.class,
              ImmutableList.of(
                  SignatureScheme.ECDSA_SECP256R1_SHA256,
                  SignatureScheme.RSA_PKCS1_SHA1,
                  SignatureScheme.RSA_PKCS1_SHA256,
                  SignatureScheme.ED448,
                  new SignatureScheme(0x0a0a)))
          .put(
              CompressionAlgorithm.class,
              ImmutableList.of(
                  CompressionAlgorithm.ZLIB,
                  CompressionAlgorithm.BROTLI,
                  new CompressionAlgorithm(0x0a0a)))
          .put(PskMode.class, ImmutableList.of(PskMode.PSK_KE, new PskMode(0x0b)))
          .put(
              CertificateType.class,
              ImmutableList.of(CertificateType.RAW_PUBLIC_KEY, new CertificateType(0x0b)))
          .put(Integer.class, ImmutableList.of(0, 1, 2, 255))
          .put(int.class, ImmutableList.of(0, 1, 2, 255))
          .put(long.class, ImmutableList.of(0L, 1L, 604_801L))
          .put(boolean.class, ImmutableList.of(true, false))
          .put(String.class, ImmutableList.of("elsewhere"))
          .put(Value.class, ImmutableList.of(Term.of("something else", "entirely")))
          .buildOrThrow();

  /** The type of an extension that nobody knows. */
  static final int UNREGISTERED = 0x7a7a;

  private static final ImmutableList<Extension> EXTENSIONS =
      Stream.concat(known(), Stream.of(unknown(UNREGISTERED))).collect(toImmutableList());

  private Samples() {}

  /**
   * One of each, in every form that some message has it in, and as what is read where it has none;
   * and one that nobody knows.
   */
  static ImmutableList<Extension> extensions() {
    return EXTENSIONS;
  }

  private static Stream<Extension> known() {
    return Stream.of(Extension.class.getPermittedSubclasses())
        .filter(type -> type != Unknown.class)
        .map(type -> (Extension) of(type))
        .flatMap(each -> Stream.of(each, unknown(each.type())));
  }

  private static Unknown unknown(int type) {
    return new Unknown(type, Term.of("anything"));
  }

  /** Some of this type, where it is one of those that are not made of others. */
  static ImmutableList<?> simple(Class<?> type) {
    return CODE_POINTS.getOrDefault(type, ImmutableList.of());
  }

  /** One of this type, with one of each thing that it is made of. */
  static Object of(Type type) {
    if (type instanceof ParameterizedType list) {
      return ImmutableList.of(of(list.getActualTypeArguments()[0]));
    }
    Class<?> plain = (Class<?>) type;
    if (!simple(plain).isEmpty()) {
      return simple(plain).getFirst();
    }
    if (plain == Extensions.class) {
      return Extensions.of();
    }
    return plain.isRecord() ? record(plain) : of(plain.getPermittedSubclasses()[0]);
  }

  private static Object record(Class<?> type) {
    return Records.make(
        type,
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getGenericType)
            .map(Samples::of)
            .toArray());
  }
}
