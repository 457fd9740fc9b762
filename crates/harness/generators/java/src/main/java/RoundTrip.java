import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import generated.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads every sample with the generated models and writes it again, to returned.jsonl. */
public final class RoundTrip {
  public static void main(String[] arguments) throws Exception {
    // The mapper of the generated client, except that a property without a field is refused.
    ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    List<String> lines = new ArrayList<>();
    for (JsonNode sample : mapper.readTree(Path.of("examples.json").toFile())) {
      try {
        Class<?> model = Class.forName("generated.model." + sample.get("schema").asText());
        Object read = mapper.readValue(sample.get("text").asText(), model);
        lines.add(mapper.writeValueAsString(read));
      } catch (Exception error) {
        lines.add("! " + String.valueOf(error.getMessage()).lines().findFirst().orElse(""));
      }
    }
    Files.write(Path.of("returned.jsonl"), lines);
  }
}
