package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.AdamHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A server that unloads an application gets back all memory of its classes, though its threads live
 * on. (DL4J is not unloaded: its native code cannot be loaded again.)
 */
class ClassLoaderTest {

  private static final int LOADERS = 5;

  @Test
  void threadsKeepNoClassLoader() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < LOADERS; i++) {
        loaders.add(thread.submit(ClassLoaderTest::train).get());
      }
      // DL4J's thread locals keep the last network.
      thread.submit(() -> use(ReferenceTraining.PLAIN)).get();
      long kept = LOADERS;
      for (int i = 0; i < 50 && kept > 0; i++) {
        System.gc();
        Thread.sleep(20);
        kept = loaders.stream().filter(loader -> loader.get() != null).count();
      }
      assertThat(kept).isZero();
    } finally {
      thread.shutdownNow();
    }
  }

  private static WeakReference<ClassLoader> train() throws Exception {
    try (LibraryLoader loader = new LibraryLoader()) {
      Class<?> type = loader.loadClass(AdamHd.class.getName());
      assertThat(type).isNotEqualTo(AdamHd.class);
      use((IUpdater) type.getConstructor(double.class, double.class).newInstance(0.01, 1e-6));
      return new WeakReference<>(loader);
    }
  }

  private static void use(IUpdater updater) {
    MultiLayerNetwork network = Networks.threeBlocks(updater);
    network.fit(Networks.batch(0));
    network.setLearningRate(0.02);
    network.fit(Networks.batch(1));
    network.clone().fit(Networks.batch(2));
  }

  /** Loads the library's classes itself, and all others as usual. */
  private static final class LibraryLoader extends URLClassLoader {

    LibraryLoader() {
      super(
          new URL[] {AdamHd.class.getProtectionDomain().getCodeSource().getLocation()},
          LibraryLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith("dev.hypergradient.")) {
          loaded = findClass(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }
  }
}
