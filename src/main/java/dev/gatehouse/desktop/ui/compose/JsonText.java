package dev.gatehouse.desktop.ui.compose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as text: where its members stand, what is wrong with it, and packed for sending. Nothing of
 * it is lost on the way: a name that comes twice comes twice, and numbers keep their digits.
 */
final class JsonText {
  /**
   * A member of the outermost object, and where it stands in the text.
   *
   * @param name its name
   * @param value its value as text, a string without its quotes
   * @param start where its name begins
   * @param valueStart where its value begins
   * @param end where its value has ended
   */
  record Member(String name, String value, int start, int valueStart, int end) {}

  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** Without blanks; the text itself if it is not JSON. */
  static String compact(String text) {
    StringWriter written = new StringWriter();
    try (JsonParser parser = JSON.createParser(text);
        JsonGenerator generator = JSON.createGenerator(written)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEventExact(parser);
      }
    } catch (IOException notJson) {
      return text;
    }
    return written.toString();
  }

  /** Why a text is not one JSON object, in words; empty if it is. */
  static String problem(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      parser.skipChildren();
      JsonToken rest = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        return "is not a JSON object: it has to begin with {";
      }
      return rest == null ? "" : "goes on after the closing }";
    } catch (JsonProcessingException notJson) {
      JsonLocation place = notJson.getLocation();
      String where = place == null ? "" : " in line " + place.getLineNr();
      return "is not JSON: there is a mistake" + where;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The members of the outermost object, as far as the text is JSON. */
  static List<Member> members(String text) {
    List<Member> members = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return members;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        int start = offset(parser.currentTokenLocation());
        JsonToken token = parser.nextToken();
        int valueStart = offset(parser.currentTokenLocation());
        String scalar = token.isScalarValue() ? parser.getText() : "";
        parser.skipChildren();
        int end = offset(parser.currentLocation());
        String value = token.isScalarValue() ? scalar : text.substring(valueStart, end);
        members.add(new Member(name, value, start, valueStart, end));
      }
    } catch (IOException notJson) {
      // As far as it is JSON, says the contract of this method.
    }
    return members;
  }

  private static int offset(JsonLocation location) {
    return (int) location.getCharOffset();
  }
}
