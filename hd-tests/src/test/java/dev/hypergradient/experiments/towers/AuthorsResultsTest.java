package dev.hypergradient.experiments.towers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.TowersExample;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuthorsResultsTest {
  @Test
  void everyTowerOfTheTablesHasAnAccuracy() throws IOException {
    AuthorsResults authors = AuthorsResults.onMnist();

    assertThat(Stream.concat(TowersExample.table1().stream(), TowersExample.table2(0).stream()))
        .allSatisfy(
            tower ->
                assertThat(authors.of("table", tower.name(), TableRow.ACCURACY))
                    .isBetween(0.7, 1.0));
  }

  @Test
  void unknownResultsAreNotNumbers() throws IOException {
    assertThat(AuthorsResults.onMnist().of("table", "SGD(0.01)", "colour")).isNaN();
    assertThat(AuthorsResults.none().of("table", "SGD(0.01)", TableRow.ACCURACY)).isNaN();
  }
}
