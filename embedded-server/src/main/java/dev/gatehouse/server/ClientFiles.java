package dev.gatehouse.server;

import dev.gatehouse.server.oauth.SeededClient;
import java.util.Optional;

/** The certificates of the programs that prove themselves by one, written when asked for. */
record ClientFiles(Optional<CertificateFiles> files) {
  /** The program with the paths of what it shows; without TLS there is nowhere to show it. */
  SeededClient shown(SeededClient seeded) {
    String name = seeded.client().certificateName();
    return name == null || files.isEmpty()
        ? seeded
        : seeded.showing(files.get().certificate(name), files.get().key(name));
  }
}
