package dev.hypergradient.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The JVM's kernel against that of ND4J's operations.
 *
 * <p>Steps agree to a few roundings of each operation: 32 ulp of the greater magnitude in DOUBLE;
 * in FLOAT to 1e-4 of it, since ND4J's Adam computes 1 − β₂ᵗ in single precision, where it loses
 * three digits. What cancels to something smaller than the operands has their rounding: hence an
 * absolute part of 1e-5 or 1e-13 of the vector's greatest element.
 */
class KernelsTest {

  private static final int ITERATIONS = 3;

  private String property;

  @BeforeEach
  void rememberProperty() {
    property = System.getProperty(Kernels.PROPERTY);
    assumeTrue(
        Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU, "vectors in host memory");
  }

  @AfterEach
  void restoreProperty() {
    if (property == null) {
      System.clearProperty(Kernels.PROPERTY);
    } else {
      System.setProperty(Kernels.PROPERTY, property);
    }
  }

  /** One tile, one segment and their neighbours; several segments; random ones. */
  static Stream<Arguments> shapes() {
    Random random = new Random(5);
    IntStream lengths =
        IntStream.concat(
            IntStream.of(1, 2, 1023, 1024, 1025, 16384, 16385, 70_001), random.ints(4, 1, 70_000));
    return lengths
        .boxed()
        .flatMap(
            length ->
                Stream.of(DataType.FLOAT, DataType.DOUBLE)
                    .map(type -> Arguments.of(type, length, random.nextInt(9))));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void products(DataType type, int length, int offset) {
    Vectors block = Vectors.of(type, length, offset, 4).fill(length);
    for (boolean norms : new boolean[] {false, true}) {
      double[] jvm = products(new JvmKernel(block.vectors(), 2), block.gradient(), norms, 2);
      double[] ops = products(new OpsKernel(block.vectors(), 2), block.gradient(), norms, 2);
      Kernel onDevice = new OpsKernel(block.vectors(), 2, new DeviceSums());
      double[] device = products(onDevice, block.gradient(), norms, 2);
      FlatVector g = block.gradient();
      FlatVector d = block.vectors()[0];
      FlatVector[][] pairs = {
        // The fourth sum is of another pass, and 0 here.
        {g, d}, {g, g}, {d, d}, {d, d}, {g, block.vectors()[2]}, {g, block.vectors()[3]}
      };
      assertThat(jvm).hasSize(pairs.length);
      for (int i = 0; i < pairs.length; i++) {
        boolean wanted = i == 0 || (norms && i < 3) || i > 3;
        double[] x = Vectors.values(pairs[i][0]);
        double[] y = Vectors.values(pairs[i][1]);
        double exact = wanted ? dot(x, y, 0) : 0;
        double magnitude = dot(x, y, 1);
        // The bound that JvmKernel states is 2e-6; BLAS sums up to 65,536 floats in single
        // precision.
        double unit = type == DataType.FLOAT ? 1e-6 : 1e-14;
        assertThat(jvm[i]).as("JVM, sum %d", i).isEqualTo(exact, within(unit * magnitude));
        assertThat(ops[i]).as("BLAS, sum %d", i).isEqualTo(exact, within(10 * unit * magnitude));
        // On a device the reduction is another one; here it runs on the CPU, in single precision.
        assertThat(device[i])
            .as("reduction, sum %d", i)
            .isEqualTo(exact, within(100 * unit * magnitude));
      }
    }
  }

  private static double[] products(
      Kernel kernel, FlatVector gradient, boolean norms, int partials) {
    double[] sums = new double[Kernel.GRADIENT_PARTIALS + partials];
    Arrays.fill(sums, Double.NaN);
    kernel.products(gradient, norms, sums);
    return sums;
  }

  /** Σ x y, or Σ |x y|. */
  private static double dot(double[] x, double[] y, int absolute) {
    return IntStream.range(0, x.length)
        .mapToDouble(i -> absolute == 1 ? Math.abs(x[i] * y[i]) : x[i] * y[i])
        .sum();
  }

  static Stream<Arguments> stepsAndShapes() {
    return Stream.of(DirectionKind.values())
        .flatMap(
            kind ->
                shapes()
                    .map(Arguments::get)
                    .map(shape -> Arguments.of(kind, shape[0], shape[1], shape[2])));
  }

  @ParameterizedTest
  @MethodSource("stepsAndShapes")
  void steps(DirectionKind kind, DataType type, int length, int offset) {
    Update update = kind.update(0.3);
    Vectors jvm = Vectors.of(type, length, offset, kind.vectors).fill(3);
    Vectors ops = Vectors.of(type, length, 0, kind.vectors).fill(3);
    Kernel jvmKernel = new JvmKernel(jvm.vectors(), kind.ownVectors);
    Kernel opsKernel = new OpsKernel(ops.vectors(), kind.ownVectors);
    for (int t = 0; t < ITERATIONS; t++) {
      jvm.fillGradient(100 + t);
      ops.fillGradient(100 + t);
      double square = opsKernel.step(kind.direction(t), update, ops.gradient());
      assertThat(jvmKernel.step(kind.direction(t), update, jvm.gradient()))
          .isEqualTo(square, within((type == DataType.FLOAT ? 1e-5 : 1e-13) * square));
      assertClose(jvm, ops, type);
    }
    jvmKernel.add(jvm.gradient(), 0, -0.7);
    opsKernel.add(ops.gradient(), 0, -0.7);
    assertClose(jvm, ops, type);
  }

  /** Against the direction that a step makes; the state is not touched. */
  @ParameterizedTest
  @EnumSource(DirectionKind.class)
  void squareOfTheComingDirection(DirectionKind kind) {
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
      Vectors block = Vectors.of(type, 40_000, 3, kind.vectors).fill(6);
      Vectors untouched = Vectors.of(type, 40_000, 3, kind.vectors).fill(6);
      Kernel jvm = new JvmKernel(block.vectors(), kind.ownVectors);
      Kernel ops = new OpsKernel(block.vectors(), kind.ownVectors);
      double jvmSquare = jvm.directionSquared(kind.direction(2), block.gradient());
      double opsSquare = ops.directionSquared(kind.direction(2), block.gradient());
      assertClose(block, untouched, type);
      ops.step(kind.direction(2), new ScaledDirection(1), block.gradient());
      double[] direction = Vectors.values(block.gradient());
      double exact = dot(direction, direction, 0);
      double tolerance = (type == DataType.FLOAT ? 1e-4 : 1e-12) * exact;
      assertThat(jvmSquare).isEqualTo(exact, within(tolerance));
      assertThat(opsSquare).isEqualTo(exact, within(tolerance));
    }
  }

  /** The step size of the updates that are corrected is twice that of the exact ones. */
  @ParameterizedTest
  @EnumSource(DirectionKind.class)
  void aCorrectedStepIsTheExactOne(DirectionKind kind) {
    Vectors corrected = Vectors.of(DataType.DOUBLE, 3000, 0, kind.vectors).fill(7);
    Vectors exact = Vectors.of(DataType.DOUBLE, 3000, 0, kind.vectors).fill(7);
    Kernel kernel = new JvmKernel(corrected.vectors(), kind.ownVectors);
    Update taken = kind.update(0.2);
    Update right = kind.update(0.1);
    kernel.step(kind.direction(2), taken, corrected.gradient());
    kernel.correct(corrected.gradient(), taken, right, new double[0]);
    new JvmKernel(exact.vectors(), kind.ownVectors)
        .step(kind.direction(2), right, exact.gradient());
    assertClose(corrected, exact, DataType.DOUBLE);
  }

  private static void assertClose(Vectors actual, Vectors expected, DataType type) {
    assertClose("update", actual.gradient(), expected.gradient(), type);
    for (int i = 0; i < actual.vectors().length; i++) {
      assertClose("vector " + i, actual.vectors()[i], expected.vectors()[i], type);
    }
  }

  private static void assertClose(
      String name, FlatVector actual, FlatVector expected, DataType type) {
    double[] x = Vectors.values(actual);
    double[] y = Vectors.values(expected);
    double relative = type == DataType.FLOAT ? 1e-4 : 32 * Math.ulp(1.0);
    double largest = IntStream.range(0, y.length).mapToDouble(i -> Math.abs(y[i])).max().orElse(0);
    double absolute = (type == DataType.FLOAT ? 1e-5 : 1e-13) * largest;
    for (int i = 0; i < x.length; i++) {
      double tolerance = relative * Math.max(Math.abs(x[i]), Math.abs(y[i])) + absolute;
      if (!(Math.abs(x[i] - y[i]) <= tolerance)) {
        assertThat(x[i]).as("%s[%d]", name, i).isEqualTo(y[i], within(tolerance));
      }
    }
  }

  /**
   * The same classes of values come out: NaN where ND4J gives NaN, the same infinities, the same
   * zeros. Numbers below the smallest normal one count as zero: ND4J's native code may flush them.
   */
  @ParameterizedTest
  @EnumSource(DirectionKind.class)
  void specialValues(DirectionKind kind) {
    double[] special = {
      0.0,
      -0.0,
      1,
      -1,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      1e-40,
      Float.MIN_NORMAL,
      1e-20,
      -1e-20,
      1e19,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN
    };
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
      Vectors jvm = Vectors.of(type, special.length, 0, kind.vectors);
      Vectors ops = Vectors.of(type, special.length, 0, kind.vectors);
      for (int i = 0; i < special.length; i++) {
        jvm.gradient().array().putScalar(i, special[i]);
        ops.gradient().array().putScalar(i, special[i]);
      }
      new JvmKernel(jvm.vectors(), kind.ownVectors)
          .step(kind.direction(0), new ScaledDirection(1), jvm.gradient());
      new OpsKernel(ops.vectors(), kind.ownVectors)
          .step(kind.direction(0), new ScaledDirection(1), ops.gradient());
      double[] actual = Vectors.values(jvm.gradient());
      double[] expected = Vectors.values(ops.gradient());
      for (int i = 0; i < special.length; i++) {
        assertThat(classOf(actual[i], type))
            .as("%s of %s: %s, ND4J %s", type, special[i], actual[i], expected[i])
            .isEqualTo(classOf(expected[i], type));
      }
    }
  }

  private static String classOf(double value, DataType type) {
    double normal = type == DataType.FLOAT ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    return Double.isNaN(value)
        ? "NaN"
        : Math.abs(value) < normal ? "0" : Double.isInfinite(value) ? "" + value : "finite";
  }

  @Test
  void plainGradientsAreCopiedBitForBit() {
    Vectors jvm = Vectors.of(DataType.FLOAT, 3000, 0, 1).fill(8);
    double[] gradient = Vectors.values(jvm.gradient());
    new JvmKernel(jvm.vectors(), 1)
        .step(DirectionKind.SGD.direction(0), new ScaledDirection(1), jvm.gradient());
    assertThat(Vectors.values(jvm.vectors()[0])).containsExactly(gradient);
    assertThat(Vectors.values(jvm.gradient())).containsExactly(gradient);
  }

  /**
   * z ← z − α d, x ← x + k (z − x), y = 0.1 z + 0.9 x, with all three kept apart, and Z ← Z + ρ d.
   * Single precision rounds a few times, by 6e-8 of the terms each.
   */
  @Test
  void theAveragedStepInterpolates() {
    Vectors block = Vectors.of(DataType.FLOAT, 3000, 0, 2).fill(8);
    double[] path = Vectors.values(block.vectors()[0]);
    double[] w = Vectors.values(block.vectors()[1]);
    double[] d = Vectors.values(block.gradient());
    double square =
        new JvmKernel(block.vectors(), 2)
            .step(
                DirectionKind.SGD.direction(0),
                new AveragedStep(0.5, 0.75, 0.2, 0.9),
                block.gradient());
    double[] update = Vectors.values(block.gradient());
    double[] newPath = Vectors.values(block.vectors()[0]);
    double[] newW = Vectors.values(block.vectors()[1]);
    for (int i = 0; i < d.length; i++) {
      double x = 3;
      double z = x + w[i];
      double y = 0.1 * z + 0.9 * x;
      double newZ = z - 0.5 * d[i];
      double newX = x + 0.2 * (newZ - x);
      double newY = 0.1 * newZ + 0.9 * newX;
      double tolerance = 1e-6 * (1 + Math.abs(w[i]) + Math.abs(d[i]) + Math.abs(path[i]));
      assertThat(update[i]).isEqualTo(y - newY, within(tolerance));
      assertThat(newW[i]).isEqualTo(newZ - newX, within(tolerance));
      path[i] += 0.75 * d[i];
      assertThat(newPath[i]).isEqualTo(path[i], within(tolerance));
    }
    double exact = dot(path, path, 0);
    assertThat(square).isEqualTo(exact, within(1e-6 * exact));
  }

  /** Five segments: three threads have more than one each, one has all. */
  @ParameterizedTest
  @EnumSource(DirectionKind.class)
  void theNumberOfThreadsChangesNothing(DirectionKind kind) {
    assertSameBits(kind, 0, 0, vectors -> new JvmKernel(vectors, kind.ownVectors, 3));
  }

  @ParameterizedTest
  @EnumSource(DirectionKind.class)
  void theAddressChangesNothing(DirectionKind kind) {
    for (int offset : new int[] {1, 2, 3, 7, 16}) {
      assertSameBits(kind, 0, offset, vectors -> new JvmKernel(vectors, kind.ownVectors, 1));
    }
  }

  private static void assertSameBits(
      DirectionKind kind, int offset, int otherOffset, Function<FlatVector[], Kernel> kernel) {
    Vectors one = Vectors.of(DataType.FLOAT, 70_003, offset, kind.vectors).fill(4);
    Vectors other = Vectors.of(DataType.FLOAT, 70_003, otherOffset, kind.vectors).fill(4);
    Kernel oneKernel = new JvmKernel(one.vectors(), kind.ownVectors, 1);
    Kernel otherKernel = kernel.apply(other.vectors());
    for (int t = 0; t < ITERATIONS; t++) {
      one.fillGradient(t);
      other.fillGradient(t);
      int partials = kind.vectors - kind.ownVectors;
      assertThat(products(otherKernel, other.gradient(), true, partials))
          .containsExactly(products(oneKernel, one.gradient(), true, partials));
      Update update = kind.update(0.1);
      double square = oneKernel.step(kind.direction(t), update, one.gradient());
      assertThat(otherKernel.step(kind.direction(t), update, other.gradient())).isEqualTo(square);
      assertArrayEquals(Vectors.values(one.gradient()), Vectors.values(other.gradient()));
    }
    for (int i = 0; i < kind.vectors; i++) {
      assertArrayEquals(Vectors.values(one.vectors()[i]), Vectors.values(other.vectors()[i]));
    }
  }

  /** Of a vector too short for several threads; a single object a call would be 16 bytes. */
  @ParameterizedTest
  @EnumSource(DirectionKind.class)
  void shortVectorsTakeNoHeap(DirectionKind kind) {
    Vectors block = Vectors.of(DataType.FLOAT, 20_000, 0, kind.vectors).fill(2);
    Kernel kernel = new JvmKernel(block.vectors(), kind.ownVectors);
    double[] sums = new double[Kernel.GRADIENT_PARTIALS + kind.vectors - kind.ownVectors];
    Direction direction = kind.direction(5);
    Update update = kind.update(0.1);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int calls = 100;
    long before = 0;
    for (int i = 0; i <= calls; i++) {
      kernel.products(block.gradient(), true, sums);
      kernel.step(direction, update, block.gradient());
      kernel.add(block.gradient(), 0, 0.1);
      if (i == 0) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16L * calls);
  }

  @Test
  void anotherGradientMayCome() {
    Vectors block = Vectors.of(DataType.FLOAT, 10, 0, 1).fill(1);
    Kernel kernel = new JvmKernel(block.vectors(), 1);
    double first = products(kernel, block.gradient(), false, 0)[Kernel.GRADIENT_TRACE];
    FlatVector twice = FlatVector.of(block.gradient().array().mul(2));
    assertThat(products(kernel, twice, false, 0)[Kernel.GRADIENT_TRACE])
        .isEqualTo(2 * first, within(1e-6 * Math.abs(first)));
  }

  @Test
  void theKernelIsChosenByType() {
    System.clearProperty(Kernels.PROPERTY);
    assertThat(kernel(DataType.FLOAT)).isInstanceOf(JvmKernel.class);
    assertThat(kernel(DataType.DOUBLE)).isInstanceOf(JvmKernel.class);
    assertThat(kernel(DataType.FLOAT16)).isInstanceOf(HalfKernel.class);
  }

  @Test
  void thePropertyForcesAKernel() {
    System.setProperty(Kernels.PROPERTY, "nd4j");
    assertThat(kernel(DataType.FLOAT)).isInstanceOf(OpsKernel.class);
    assertThat(kernel(DataType.FLOAT16)).isInstanceOf(HalfKernel.class);
    System.setProperty(Kernels.PROPERTY, "jvm");
    assertThat(kernel(DataType.FLOAT)).isInstanceOf(JvmKernel.class);
    assertThatThrownBy(() -> kernel(DataType.FLOAT16))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("-Dhypergradient.kernel=jvm needs FLOAT or DOUBLE")
        .hasMessageContaining("got 5 elements of HALF");
    System.setProperty(Kernels.PROPERTY, "fast");
    assertThatThrownBy(() -> kernel(DataType.FLOAT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-Dhypergradient.kernel must be jvm or nd4j, got fast");
  }

  private static Kernel kernel(DataType type) {
    return Kernels.of(Vectors.of(type, 5, 0, 1).vectors(), 1);
  }
}
