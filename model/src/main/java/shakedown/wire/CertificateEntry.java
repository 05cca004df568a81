package shakedown.wire;

/** One certificate of a chain of TLS 1.3, with its extensions (RFC 8446 4.4.2). */
public record CertificateEntry(Value certificate, Extensions extensions) {
  CertificateEntry map(Structure.Values values) {
    return new CertificateEntry(values.at(Kind.CERTIFICATE, certificate), extensions.map(values));
  }
}
