package dev.sayso.decision.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Where a provider is told that flags changed.
 *
 * @param type how: {@code sse}, server-sent events
 * @param url holds a ticket, and is nobody else's business
 * @param inactivityDelaySec after how many seconds out of sight it is closed
 */
@Schema(name = "FlagEventStream")
record EventStream(String type, String url, int inactivityDelaySec) {

}
