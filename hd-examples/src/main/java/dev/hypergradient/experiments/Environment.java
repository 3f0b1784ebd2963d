package dev.hypergradient.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;

/** What a result may depend on besides its settings. */
public final class Environment {
  private Environment() {}

  /** Versions and machine, by name, in a fixed order. */
  public static Map<String, String> describe() throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("hypergradient", version("dev.hypergradient/hd-updaters"));
    values.put("deeplearning4j", version("org.deeplearning4j/deeplearning4j-nn"));
    values.put("backend", Nd4j.getBackend().getClass().getSimpleName());
    values.put("java", System.getProperty("java.version"));
    values.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    values.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return values;
  }

  /** The version that Maven has noted in a jar; classes outside a jar have none. */
  private static String version(String artifact) throws IOException {
    String resource = "/META-INF/maven/" + artifact + "/pom.properties";
    try (InputStream in = Environment.class.getResourceAsStream(resource)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "built from sources");
    }
  }
}
