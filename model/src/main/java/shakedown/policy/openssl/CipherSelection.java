package shakedown.policy.openssl;

import com.google.common.collect.ImmutableList;
import shakedown.wire.CipherSuite;
import shakedown.yaml.Complaint;

/**
 * What a cipher string means.
 *
 * @param suites best first, those alone that the security level allows
 * @param securityLevel 0 to 5 (SSL_CTX_set_security_level(3))
 * @param notes words of the string that select nothing, as OpenSSL passes over them in silence
 */
public record CipherSelection(
    ImmutableList<CipherSuite> suites, int securityLevel, ImmutableList<Complaint> notes) {}
