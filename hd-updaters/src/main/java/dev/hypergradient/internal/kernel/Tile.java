package dev.hypergradient.internal.kernel;

/**
 * A piece of the gradient and of each state vector, copied to the heap, where the compiler
 * vectorises loops; it is small enough for the processor's caches. Vectors have their numbers, the
 * gradient is {@link #GRADIENT}. One thread works with a tile at a time.
 */
interface Tile {

  /** The maximum number of elements: long runs suit the memory, short ones the caches. */
  int SIZE = 4096;

  /** The number of partial sums, and the maximum number of elements to multiply at once. */
  int LANES = 512;

  /** What stands for the gradient among the numbers of vectors. */
  int GRADIENT = -1;

  /** Makes the gradient another one. */
  void setGradient(FlatVector gradient);

  /** Copies a piece of a vector here. */
  void load(int vector, long start, int length);

  /** Copies a piece of a vector back. */
  void store(int vector, long start, int length);

  /** Copies the gradient to where a piece of a vector comes from. */
  void storeGradient(int vector, long start, int length);

  /**
   * Adds the products of two vectors' elements to the lanes of a sum, one lane for each place among
   * the first {@link #LANES} of the tile.
   */
  void multiply(int sum, int vector, int other, int length);

  /** The total of a sum's lanes, which are 0 afterwards. */
  double drain(int sum);

  /** Steps the state, and turns the gradient into the direction. */
  void apply(Direction direction, int length);

  /** Turns the gradient into the squares of the direction's elements, and adds them to a sum. */
  void squareDirection(int sum, Direction direction, int length);

  /** Turns the direction, which the gradient has become, into the update. */
  void apply(Update update, int length);

  /** Adds the squares of a vector's elements to the lanes of a sum. */
  void square(int sum, int vector, int length);

  /** Adds a multiple of a vector to the gradient. */
  void add(int vector, double factor, int length);
}
