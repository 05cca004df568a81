package shakedown.report;

/**
 * Where results come from, so that they can be made again.
 *
 * @param configDigest SHA-256 of the configuration with all that was set on the command line
 * @param version of this program
 * @param command what to type
 */
public record Origin(String configDigest, String version, String command) {}
