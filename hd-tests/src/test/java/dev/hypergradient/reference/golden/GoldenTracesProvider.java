package dev.hypergradient.reference.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Lists the folder {@code golden} on the class path for {@link GoldenTraces}. */
final class GoldenTracesProvider extends AnnotationBasedArgumentsProvider<GoldenTraces> {
  private static final String SUFFIX = ".json.gz";

  @Override
  protected Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context, GoldenTraces traces) {
    return names(traces.value()).stream().map(GoldenTrace::read).map(Arguments::of);
  }

  private static List<String> names(String[] prefixes) {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .filter(name -> Arrays.stream(prefixes).anyMatch(name::startsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of the golden traces must be readable", e);
    }
  }

  private static Path folder() {
    URL folder = GoldenTracesProvider.class.getResource("/golden");
    try {
      return Path.of(Objects.requireNonNull(folder, "no resource folder /golden").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("resource folder must be a file path, got " + folder, e);
    }
  }
}
