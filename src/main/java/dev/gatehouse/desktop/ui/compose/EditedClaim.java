package dev.gatehouse.desktop.ui.compose;

/**
 * A claim of a token, or a parameter of its header, put into words.
 *
 * @param name for example {@code exp}
 * @param value as it stands there; empty if it was taken out
 * @param meaning what such a claim is for and what its value means, in a sentence or two
 * @param time what its value means as a time, for example {@code in 58 minutes}; empty if none
 * @param change what became of it since the token was issued
 */
record EditedClaim(String name, String value, String meaning, String time, Change change) {
  /** What somebody did to a claim. */
  enum Change {
    NONE(""),
    CHANGED("you changed this"),
    ADDED("you added this"),
    TAKEN_OUT("you took this out");

    private final String words;

    Change(String words) {
      this.words = words;
    }

    /** In words; empty for none. */
    String words() {
      return words;
    }
  }

  /** The same where there is little room. */
  String shortNote() {
    return change == Change.NONE ? time : "← changed";
  }

  /** What stands beside it in the text: its change, else its time; empty if there is neither. */
  String note() {
    String changed = change == Change.NONE ? "" : "← " + change.words();
    return changed.isEmpty() || time.isEmpty() ? changed + time : time + "  " + changed;
  }
}
