package dev.gatehouse.desktop.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.ui.learn.LearnPanes.Room;
import org.junit.jupiter.api.Test;

final class LearnPanesTest {
  private static final double RAIL_PIXELS = 104;
  private static final double BODY_PIXELS = 14;

  @Test
  void aWindowOf1280PixelsHasRoomForTheListAtNormalSize() {
    assertThat(room(1280, 100)).isEqualTo(Room.WIDE);
  }

  @Test
  void theListBecomesAMenuInASmallerWindowAndWithLargerText() {
    assertThat(room(1024, 100)).isEqualTo(Room.NARROWER);
    assertThat(room(1280, 150)).isEqualTo(Room.NARROWER);
  }

  @Test
  void withVeryLargeTextThereIsRoomForOnePaneOnly() {
    assertThat(room(1280, 200)).isEqualTo(Room.NARROW);
    assertThat(room(1280, 250)).isEqualTo(Room.NARROW);
  }

  private static Room room(double window, int zoom) {
    return Room.of((window - RAIL_PIXELS) / (BODY_PIXELS * zoom / 100));
  }
}
