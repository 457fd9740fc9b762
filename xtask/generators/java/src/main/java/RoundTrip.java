import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import generated.ApiClient;
import java.nio.file.Path;

/** Reads and writes every documented example with the generated models. */
public final class RoundTrip {
  public static void main(String[] arguments) throws Exception {
    // The mapper of the generated client, except that a property without a field is refused.
    ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    int count = 0;
    for (JsonNode example : mapper.readTree(Path.of("examples.json").toFile())) {
      Class<?> model = Class.forName("generated.model." + example.get("schema").asText());
      JsonNode value = example.get("value");
      JsonNode written = mapper.valueToTree(mapper.treeToValue(value, model));
      if (!mapper.readTree(mapper.writeValueAsString(written)).equals(value)) {
        throw new IllegalStateException(example.get("pointer") + ": " + written + " is not " + value);
      }
      count += 1;
    }
    System.out.println("round-tripped " + count);
  }
}
