package shakedown.report.draw;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font read from its file and not through the JDK.
 *
 * <p>The JDK measures text through the machine's own font scaler, and creates no font at all where
 * fontconfig is missing. Widths and outlines taken from the file are whole numbers, the same on
 * every machine.
 */
final class FontFile {
  private static final Map<String, FontFile> FILES = new ConcurrentHashMap<>();

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

  private FontFile(TrueTypeFont font) throws IOException {
    if (font.getUnitsPerEm() != Typeface.UNITS) {
      throw new AssertionError(font.getName() + " has " + font.getUnitsPerEm() + " units an em");
    }
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
  }

  /** The font of that name beside this class. */
  static FontFile of(String name) {
    return FILES.computeIfAbsent(name, FontFile::load);
  }

  Glyph glyph(int codePoint) {
    return glyphs.computeIfAbsent(codePoint, this::read);
  }

  private static FontFile load(String name) {
    try (InputStream in = Objects.requireNonNull(FontFile.class.getResourceAsStream(name))) {
      return new FontFile(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The parser keeps one position in the file.
  private synchronized Glyph read(int codePoint) {
    int id = characters.getGlyphId(codePoint);
    try {
      GlyphData shape = font.getGlyph().getGlyph(id);
      PathIterator outline = shape == null ? null : shape.getPath().getPathIterator(null);
      return new Glyph(font.getAdvanceWidth(id), Outline.of(outline));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
