package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CallCell;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import org.kordamp.ikonli.feather.Feather;

/** A line of the history: how it ended, what it was, and what decided. */
final class HistoryCell extends CallCell<HistoryEntry> {
  @Override
  protected Line line(HistoryEntry entry) {
    Hop hop = entry.hop();
    boolean accepted = hop.status() >= 200 && hop.status() < 400;
    String status = hop.status() == 0 ? "no answer" : hop.status() + " " + hop.reason();
    return new Line(
        accepted ? Icons.of(Feather.CHECK, Styles.PASSED) : Icons.of(Feather.X, Styles.FAILED),
        entry.call().method(),
        entry.target(),
        status + " · " + entry.type() + entry.decidedBy().map(check -> " · " + check).orElse(""),
        hop.at());
  }
}
