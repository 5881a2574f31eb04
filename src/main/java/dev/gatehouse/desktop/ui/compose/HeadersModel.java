package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The header lines that a person writes, one by one or all together as text. The same name may come
 * twice (RFC 9110 §5.3), and order and case are kept.
 */
public final class HeadersModel {
  private final ObservableList<HeaderRow> rows =
      FXCollections.observableArrayList(
          row -> new Observable[] {row.nameProperty(), row.valueProperty()});

  HeadersModel() {}

  /** The lines, also those without a name yet; it tells of changes within its rows too. */
  public ObservableList<HeaderRow> rows() {
    return rows;
  }

  /** Adds a line to be filled in. */
  public HeaderRow add(String name, String value) {
    HeaderRow row = new HeaderRow(new Header(name, value));
    rows.add(row);
    return row;
  }

  /** The lines that have a name, in order. */
  public List<Header> list() {
    return rows.stream().map(HeaderRow::header).filter(header -> !header.name().isEmpty()).toList();
  }

  /** Puts these lines in place of all. */
  public void set(List<Header> headers) {
    rows.setAll(headers.stream().map(HeaderRow::new).toList());
  }

  /** The lines as text, one {@code Name: value} each. */
  public String text() {
    return list().stream()
        .map(header -> header.name() + ": " + header.value())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Reads the lines from text.
   *
   * @return what could not be read, in words; empty if all could
   */
  public String read(String text) {
    List<Header> read = new ArrayList<>();
    String problem = "";
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int colon = line.indexOf(':');
      if (colon > 0) {
        read.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      } else if (!line.isBlank() && problem.isEmpty()) {
        problem = "Line " + number + " is not sent: a header is written as Name: value.";
      }
    }
    set(read);
    return problem;
  }
}
