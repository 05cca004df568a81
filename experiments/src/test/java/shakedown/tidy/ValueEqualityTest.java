package shakedown.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import shakedown.wire.Value;

/**
 * The machine leaves it to its algebra whether two values are the same, since a value may still be
 * undecided. Class files don't show it: there {@code equals} is {@code Object}'s, whoever is asked.
 */
class ValueEqualityTest {

  private static final ImmutableSet<String> COMPARING =
      ImmutableSet.of(
          "equals",
          "hashCode",
          "contains",
          "containsAll",
          "containsKey",
          "containsValue",
          "indexOf",
          "lastIndexOf",
          "distinct");
  private static final ImmutableSet<String> MACHINE =
      ImmutableSet.of(
          "handshake", "client", "client12", "client13", "server", "server12", "server13", "pki");

  @Test
  void no_state_compares_values_by_itself() throws IOException {
    assertThat(comparisons(sources())).isEmpty();
  }

  private static List<Path> sources() {
    return Repository.below("model/src/main/java").stream()
        .filter(file -> MACHINE.contains(file.resolveSibling("").getFileName().toString()))
        .toList();
  }

  private static List<String> comparisons(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-proc:none", "-implicit:none", "-cp", classPath());
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      Finder finder = new Finder(task);
      units.forEach(unit -> finder.scan(unit, null));
      assertThat(finder.calls).as("calls looked at").isGreaterThan(100);
      return finder.found;
    }
  }

  /** Where the classes lie that the model is compiled against. */
  private static String classPath() {
    return Stream.of(Value.class, ImmutableSet.class, NullMarked.class, Certificate.class)
        .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
        .map(place -> Path.of(URI.create(place.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Looks for what is compared though it is a value, or made of values. */
  private static final class Finder extends TreePathScanner<Void, Void> {
    private final JavacTask task;
    private final Trees trees;
    private final List<String> found = new ArrayList<>();
    private int calls;

    Finder(JavacTask task) {
      this.task = task;
      this.trees = Trees.instance(task);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      calls++;
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && COMPARING.contains(select.getIdentifier().toString())
          && (isValue(select.getExpression())
              || call.getArguments().stream().anyMatch(this::isValue))) {
        found.add(place(call));
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void nothing) {
      boolean compares =
          tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
      if (compares && isValue(tree.getLeftOperand()) && isValue(tree.getRightOperand())) {
        found.add(place(tree));
      }
      return super.visitBinary(tree, null);
    }

    private boolean isValue(ExpressionTree tree) {
      TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
      return type != null
          && type.getKind() == TypeKind.DECLARED
          && (isA(type, "shakedown.wire.Value") || isA(type, "shakedown.wire.Structure"))
          // a code point alone, although a group may be made of values
          && !isA(type, "shakedown.wire.NamedGroup");
    }

    private boolean isA(TypeMirror type, String name) {
      TypeMirror wanted = Objects.requireNonNull(task.getElements().getTypeElement(name)).asType();
      return task.getTypes().isSubtype(task.getTypes().erasure(type), wanted);
    }

    private String place(Tree tree) {
      return getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + tree;
    }
  }
}
