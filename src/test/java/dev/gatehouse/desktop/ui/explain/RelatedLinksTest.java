package dev.gatehouse.desktop.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.ui.shell.Navigator;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.server.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leads from a check to the lessons and attacks about it. */
final class RelatedLinksTest {
  private final List<Subject> opened = new ArrayList<>();
  private final RelatedLinks links =
      new RelatedLinks(
          () -> List.of(new Catalogue.Switch("skip-signature", "jwt.signature", Set.of(), "")),
          new Opening(opened));

  @Test
  void aCheckLeadsToTheLessonsAndAttacksAboutIt() throws Exception {
    List<Related> found = links.of("jwt.signature");
    found.forEach(link -> link.open().run());

    assertThat(opened)
        .contains(new Subject.Lesson("17-forged-tokens"), new Subject.Attack("jwt-tampered"));
  }

  @Test
  void nothingIsAboutACheckThatDoesNotExist() throws Exception {
    assertThat(links.of("made.up")).isEmpty();
  }

  private record Opening(List<Subject> opened) implements Navigator {
    @Override
    public void open(String page) {}

    @Override
    public boolean open(Subject subject) {
      return opened.add(subject);
    }

    @Override
    public void title(String title) {}

    @Override
    public void keys() {}

    @Override
    public void status(String text) {}

    @Override
    public void timing(String text) {}
  }
}
