package dev.gatehouse.desktop.ui.attack;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** An attack with the list of all beside it, or a drop-down above where there is little room. */
final class AttackPanes extends BorderPane {
  private static final double ENOUGH_EM = 62;

  private final Region list;
  private final Region chooser;
  private final ObservableDoubleValue em;

  /**
   * Panes.
   *
   * @param list shows every attack, where there is room
   * @param chooser chooses one, where there is not
   * @param view shows the chosen one
   * @param em the size of text in pixels
   */
  AttackPanes(Region list, Region chooser, Region view, ObservableDoubleValue em) {
    this.list = list;
    this.chooser = chooser;
    this.em = em;
    setMinSize(0, 0);
    view.setMinSize(0, 0);
    setCenter(view);
    setLeft(list);
    widthProperty().addListener((observable, before, now) -> arrange());
    em.addListener((observable, before, now) -> arrange());
  }

  private void arrange() {
    boolean narrow = getWidth() > 0 && getWidth() < ENOUGH_EM * em.get();
    setLeft(narrow ? null : list);
    setTop(narrow ? chooser : null);
  }
}
