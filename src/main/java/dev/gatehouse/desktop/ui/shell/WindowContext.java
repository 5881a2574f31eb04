package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.desktop.workbench.History;
import dev.gatehouse.desktop.workbench.Workbench;
import java.nio.file.Path;

/**
 * What pages work with; each page's constructor takes it.
 *
 * @param workbench the embedded server and the client
 * @param server what the embedded server is doing, to bind to
 * @param history every exchange that was sent from this window
 * @param background where blocking work runs
 * @param navigator leads to other pages
 * @param theme light or dark, and how large
 * @param configuration the folder for what a person has set and reached
 */
public record WindowContext(
    Workbench workbench,
    ServerStatus server,
    History history,
    Background background,
    Navigator navigator,
    Theme theme,
    Path configuration) {}
