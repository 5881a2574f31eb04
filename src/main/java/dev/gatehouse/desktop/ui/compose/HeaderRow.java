package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.server.trace.Header;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A header line that is being written. */
public final class HeaderRow {
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty value = new SimpleStringProperty(this, "value", "");

  HeaderRow(Header header) {
    name.set(header.name());
    value.set(header.value());
  }

  /** The field name. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The field value. */
  public StringProperty valueProperty() {
    return value;
  }

  Header header() {
    return new Header(name.get().strip(), value.get().strip());
  }
}
