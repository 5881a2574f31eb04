package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialType;

/** The label of a type of credential in two parts: {@code JWT (signed bearer token)}. */
final class TypeWords {
  private TypeWords() {}

  /** What stands before the brackets. */
  static String name(CredentialType type) {
    int bracket = type.label().indexOf(" (");
    return bracket < 0 ? type.label() : type.label().substring(0, bracket);
  }

  /** What stands in the brackets; empty if there are none. */
  static String remark(CredentialType type) {
    int bracket = type.label().indexOf(" (");
    return bracket < 0 ? "" : type.label().substring(bracket + 2, type.label().length() - 1);
  }
}
