package shakedown.run;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a run that was interrupted, in a folder of its own beside the results.
 *
 * @param identity what the part belongs to: configuration, seed and version
 */
public record Unfinished(Path folder, String identity) {

  /** The part in a folder of results. */
  public static Unfinished in(Path results, String identity) {
    return new Unfinished(results.resolve("unfinished"), identity);
  }

  /** Whether a part of some run lies there. */
  public boolean isThere() {
    return Files.exists(mark());
  }

  /** Whether that part is of the same run. */
  public boolean isSame() throws IOException {
    return isThere() && Files.readString(mark()).equals(identity);
  }

  /** Begins anew, or goes on with what is there. */
  public BlockStore open(boolean resume) throws IOException {
    if (!resume) {
      discard();
    }
    Whole.write(mark(), identity.getBytes(StandardCharsets.UTF_8));
    return new BlockFiles(folder);
  }

  /** Removes it all. */
  public void discard() throws IOException {
    if (Files.exists(folder)) {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private Path mark() {
    return folder.resolve("of");
  }
}
