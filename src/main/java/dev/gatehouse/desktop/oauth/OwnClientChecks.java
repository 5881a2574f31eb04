package dev.gatehouse.desktop.oauth;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.FurtherChecks;
import dev.gatehouse.server.trace.Check;
import java.util.ArrayList;
import java.util.List;

/** What this program's own OAuth client checks, in the order in which a login brings it about. */
@AutoService(FurtherChecks.class)
public final class OwnClientChecks implements FurtherChecks {
  @Override
  public String type() {
    return "oauth-own-client";
  }

  @Override
  public List<Check<?>> checks() {
    List<Check<?>> all = new ArrayList<>(TokenChecks.OF_METADATA);
    all.addAll(ResponseChecks.ALL);
    all.addAll(TokenChecks.OF_TOKENS);
    all.addAll(IdTokenChecks.ALL);
    return all;
  }
}
