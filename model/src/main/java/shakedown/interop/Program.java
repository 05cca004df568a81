package shakedown.interop;

/**
 * A stack that the machine was tried with.
 *
 * @param name how the table calls it
 * @param version of the program that the table was made with
 */
public record Program(String name, String title, String version) {}
