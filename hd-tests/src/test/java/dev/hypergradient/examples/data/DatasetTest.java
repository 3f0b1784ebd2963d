package dev.hypergradient.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class DatasetTest {
  @TempDir private Path directory;

  @Test
  void digitsKeepTheirSplit() throws IOException {
    Dataset digits = DatasetName.DIGITS.load(noDirectories());

    // A fifth of each digit's images, counted with awk: 178, 182, 177, 183, 181, 182, 181, 179,
    // 174, 180.
    assertThat(digits.test().count()).isEqualTo(35 + 36 + 35 + 36 + 36 + 36 + 36 + 35 + 34 + 36);
    assertThat(digits.train().count()).isEqualTo(1797 - digits.test().count());
    assertThat(digits.shape()).isEqualTo(new ImageShape(1, 8, 8));
    // The first line of the file begins 0,0,5,13,9,1 and is a zero; the first zero is trained on.
    assertThat(digits.train().label(0)).isZero();
    assertThat(digits.train().pixel(0, 3)).isEqualTo(13);
  }

  @Test
  void digitsAreStandardised() throws IOException {
    Batches train = DatasetName.DIGITS.load(noDirectories()).trainBatches();
    int[] all = IntStream.range(0, train.count()).toArray();

    INDArray features = train.batch(all, 0, all.length).getFeatures();

    // Inputs are rounded to float: their mean and deviation are 0 and 1 to about 1e-6.
    assertThat(features.meanNumber().doubleValue()).isEqualTo(0, within(1e-5));
    assertThat(features.stdNumber(false).doubleValue()).isEqualTo(1, within(1e-5));
  }

  @Test
  void unitIntervalIsNotStandardised() throws IOException {
    Batches train = DatasetName.DIGITS.load(noDirectories()).inUnitInterval().trainBatches();

    // The first image begins 0,0,5,13 of 16: fractions that float holds exactly.
    assertThat(train.batch(new int[] {0}, 0, 1).getFeatures().toFloatVector())
        .startsWith(0, 0, 5 / 16f, 13 / 16f);
  }

  @Test
  void irisesAreStandardisedAndKeepTheirSplit() throws IOException {
    Dataset iris = DatasetName.IRIS.load(noDirectories());

    // Of each species 40 to train on and 10 to test on.
    assertThat(IntStream.range(0, 120).map(iris.train()::label).boxed().toList())
        .containsOnly(0, 1, 2)
        .filteredOn(label -> label == 1)
        .hasSize(40);
    assertThat(iris.test().count()).isEqualTo(30);
    assertThat(iris.classes()).isEqualTo(3);
    // The first line of the file is 5.1,3.5,1.4,0.2,0, in centimetres.
    assertThat(IntStream.range(0, 4).map(i -> iris.train().pixel(0, i)).toArray())
        .containsExactly(51, 35, 14, 2);
    INDArray features =
        iris.trainBatches().batch(IntStream.range(0, 120).toArray(), 0, 120).getFeatures();
    // Rounded to float: each channel has mean 0 and deviation 1 to about 1e-6.
    assertThat(features.mean(0).toDoubleVector()).containsOnly(new double[4], within(1e-5));
    assertThat(features.std(false, 0).toDoubleVector())
        .containsOnly(new double[] {1, 1, 1, 1}, within(1e-5));
    assertThat(iris.trainBatches().batch(new int[] {119}, 0, 1).getLabels().toFloatVector())
        .containsExactly(0, 0, 1);
  }

  @Test
  void firstImagesAreThoseOfBothParts() throws IOException {
    Dataset digits = DatasetName.DIGITS.load(noDirectories());

    Dataset first = digits.first(400);

    assertThat(first.train().count()).isEqualTo(400);
    assertThat(first.test()).isSameAs(digits.test());
    assertThat(first.train().label(399)).isEqualTo(digits.train().label(399));
    assertThat(first.train().pixel(399, 63)).isEqualTo(digits.train().pixel(399, 63));
  }

  @ParameterizedTest
  @EnumSource(names = {"MNIST", "FASHION_MNIST", "CIFAR10"})
  void findsNothingWithoutFiles(DatasetName name) throws IOException {
    assertThat(name.find(directories())).isEmpty();
  }

  @Test
  void batchTakesImagesInOrder() {
    Images images =
        new Images(new ImageShape(2, 1, 1), new byte[] {0, 10, 100, (byte) 200}, new byte[] {3, 9});
    PixelScaling scaling = new PixelScaling(200, new double[] {0.5, 0}, new double[] {0.25, 2});

    var batch = new Batches(images, scaling).batch(new int[] {0, 1, 0}, 1, 3);

    // (100/200 − 0.5)/0.25, (200/200 − 0)/2, then (0 − 0.5)/0.25, (10/200)/2: exact but for float
    // rounding.
    assertThat(batch.getFeatures().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 0.5f}, {-2, 0.025f}});
    assertThat(batch.getLabels().argMax(1).toIntVector()).containsExactly(9, 3);
    assertThat(batch.getLabels().sumNumber().doubleValue()).isEqualTo(2);
  }

  @Test
  void reusedBatchesAreTheSameAsOthers() throws IOException {
    Batches train = DatasetName.IRIS.load(noDirectories()).trainBatches();
    int[] order = {119, 3, 50, 7, 7, 80};
    ReusedBatch reused = train.reused(3);

    for (int from : new int[] {0, 3, 1}) {
      assertThat(reused.fill(order, from)).isEqualTo(train.batch(order, from, from + 3));
    }
  }

  @Test
  void enlargingRepeatsPixels() {
    Images images = new Images(new ImageShape(1, 2, 2), new byte[] {1, 2, 3, 4}, new byte[] {5});

    Images larger = images.enlarged(2);

    assertThat(larger.shape()).isEqualTo(new ImageShape(1, 4, 4));
    assertThat(IntStream.range(0, 16).map(i -> larger.pixel(0, i)).toArray())
        .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
    assertThat(larger.label(0)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mnist", "fashion-mnist"})
  void findsIdxFilesInDirectoryItselfOrItsOwn(String subdirectory) throws IOException {
    Path place = Files.createDirectories(directory.resolve(subdirectory));
    writeIdx(place, "train", 5);
    writeIdx(place, "t10k", 2);
    DatasetName name =
        subdirectory.startsWith("fashion") ? DatasetName.FASHION_MNIST : DatasetName.MNIST;

    Dataset data = name.load(directories());

    assertThat(data.name()).isEqualTo(name.toString());
    assertThat(data.train().count()).isEqualTo(5);
    assertThat(data.test().count()).isEqualTo(2);
  }

  @Test
  void findsAsManyCifarFilesAsThereAre() throws IOException {
    Path place = Files.createDirectories(directory.resolve("cifar10"));
    Files.write(place.resolve("data_batch_1.bin"), new byte[3073]);
    Files.write(place.resolve("data_batch_4.bin"), new byte[2 * 3073]);
    Files.write(place.resolve("test_batch.bin"), new byte[3073]);

    Dataset data = DatasetName.CIFAR10.load(directories());

    assertThat(data.train().count()).isEqualTo(3);
    assertThat(data.test().count()).isEqualTo(1);
  }

  @Test
  void rejectsScalingForOtherChannels() {
    Images grey = new Images(new ImageShape(1, 1, 1), new byte[1], new byte[1]);
    PixelScaling colour = new PixelScaling(255, new double[3], new double[] {1, 1, 1});

    assertThatThrownBy(() -> new Dataset("x", grey, grey, colour))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("1 channels", "for 3");
  }

  private DataDirectories directories() {
    return new DataDirectories(Optional.of(directory), directory.resolve("cache"));
  }

  private DataDirectories noDirectories() {
    return new DataDirectories(Optional.empty(), directory.resolve("cache"));
  }

  private static void writeIdx(Path place, String part, int count) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + count * 784);
    List.of(0x803, count, 28, 28).forEach(images::putInt);
    Files.write(place.resolve(part + "-images-idx3-ubyte"), images.array());
    ByteBuffer labels = ByteBuffer.allocate(8 + count);
    List.of(0x801, count).forEach(labels::putInt);
    Files.write(place.resolve(part + "-labels-idx1-ubyte"), labels.array());
  }
}
