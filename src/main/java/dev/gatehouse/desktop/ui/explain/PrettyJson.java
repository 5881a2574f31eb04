package dev.gatehouse.desktop.ui.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sets JSON out line by line, as much of it as is asked for. Slow for large texts. */
final class PrettyJson {
  private final JsonFactory json = new JsonFactory();

  /** Whether a body of this content type is JSON (RFC 8259, RFC 6839 §3.1). */
  static boolean isJson(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.endsWith("+json");
  }

  /**
   * The beginning of a JSON text, indented. What is not JSON is given back as it is.
   *
   * @param limit after how many characters to stop
   */
  String format(byte[] text, int limit) {
    StringWriter out = new StringWriter();
    try (JsonParser parser = json.createParser(text);
        JsonGenerator generator = json.createGenerator(out)) {
      generator.setPrettyPrinter(printer());
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
        if (out.getBuffer().length() + generator.getOutputBuffered() >= limit) {
          break;
        }
      }
      generator.flush();
      return out.toString();
    } catch (IOException notJson) {
      String asItIs = new String(text, StandardCharsets.UTF_8);
      return asItIs.substring(0, Math.min(limit, asItIs.length()));
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indent);
    printer.indentObjectsWith(indent);
    return printer;
  }
}
