package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, explained.
 *
 * @param purpose what it was for; empty if that is not known
 * @param between who sends it to whom
 * @param request the arrow to the server
 * @param answer the arrow back
 * @param authentication every check in order
 * @param who the answer to who the caller is
 * @param authorization every rule in order
 * @param may the answer to what the caller may do
 * @param response what came back, line by line
 * @param outOfSight why the checks are not known; empty if they are
 * @param sent the request itself
 * @param received the response itself
 * @param roundTripMicros from the first byte sent to the last byte read; 0 if it is not known
 * @param record the server's record, or null
 */
record ExplainedHop(
    String purpose,
    Between between,
    Step request,
    Step answer,
    List<Step> authentication,
    Conclusion who,
    List<Step> authorization,
    Conclusion may,
    List<Step> response,
    String outOfSight,
    Message sent,
    Message received,
    long roundTripMicros,
    @Nullable ExchangeRecord record) {
  ExplainedHop {
    authentication = List.copyOf(authentication);
    authorization = List.copyOf(authorization);
    response = List.copyOf(response);
  }

  /** The same hop, with what the caller checked of its answer. */
  ExplainedHop judgedBy(List<Step> callersChecks) {
    return new ExplainedHop(
        purpose,
        between,
        request,
        answer,
        authentication,
        who,
        authorization,
        may,
        Stream.concat(response.stream(), callersChecks.stream()).toList(),
        outOfSight,
        sent,
        received,
        roundTripMicros,
        record);
  }

  /** Every step in the order in which it happened. */
  List<Step> steps() {
    return Stream.of(List.of(request), authentication, authorization, response, List.of(answer))
        .flatMap(List::stream)
        .toList();
  }
}
