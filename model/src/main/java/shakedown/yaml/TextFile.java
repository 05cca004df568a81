package shakedown.yaml;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that a person wrote, of bounded size.
 *
 * @param content without a byte order mark
 */
public record TextFile(Source source, String content) {

  /** The largest text in octets. */
  public static final int MAX_OCTETS = 1 << 20;

  /** Reads a file. */
  public static Reading<TextFile> read(Path path) {
    String file = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      return read(file, ByteStreams.limit(in, MAX_OCTETS + 1L).readAllBytes());
    } catch (IOException e) {
      return Reading.refused(
          new Complaint(
              Place.start(Source.of(file, "")), "cannot be read: " + reason(e, path), ""));
    }
  }

  /** Reads the octets of a file, which must be UTF-8. */
  public static Reading<TextFile> read(String file, byte[] octets) {
    if (octets.length > MAX_OCTETS) {
      return Reading.refused(
          new Complaint(
              Place.start(Source.of(file, "")), "is larger than 1 MiB", "a text made by hand"));
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(octets.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(octets), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      return Reading.refused(notUtf8(file, text));
    }
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return Reading.of(new TextFile(Source.of(file, content), content));
  }

  private static Complaint notUtf8(String file, String before) {
    int line = Math.toIntExact(before.chars().filter(c -> c == '\n').count()) + 1;
    String last = before.substring(before.lastIndexOf('\n') + 1);
    int column = last.codePointCount(0, last.length()) + 1;
    Place place = new Place(Source.of(file, before), line, column, 1);
    return new Complaint(place, "an octet that is no UTF-8", "UTF-8 text");
  }

  private static String reason(IOException e, Path path) {
    if (Files.isDirectory(path)) {
      return "it is a folder";
    }
    return Files.exists(path) ? e.getClass().getSimpleName() : "there is no such file";
  }
}
