package dev.gatehouse.desktop.ui.compose;

import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;

/** A JSON Web Token that is being looked at and changed. */
final class JwtModel {
  JwtModel(
      FieldModel field,
      ObjectProperty<ServerFacts> facts,
      Executor background,
      Executor screen,
      Clock clock) {}
}
