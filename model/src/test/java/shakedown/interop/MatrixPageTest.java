package shakedown.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MatrixPageTest {
  @Test
  void the_page_is_what_docs_would_write() throws IOException {
    String page = Files.readString(Path.of("docs/interop.md"), UTF_8);

    assertThat(page).as("run ./shakedown docs").isEqualTo(MatrixPage.of(Matrix.shipped()));
  }

  @Test
  void a_line_of_the_table_reads_as_it_was_written() {
    Matrix matrix = Matrix.shipped();

    assertThat(matrix.cells()).extracting(Matrix::line).doesNotHaveDuplicates();
    assertThat(Matrix.line(matrix.cells().getFirst())).contains(",openssl-3.0,client,runs");
  }
}
