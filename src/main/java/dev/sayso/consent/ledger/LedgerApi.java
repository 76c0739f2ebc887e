package dev.sayso.consent.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.api.ApiCursor;

/**
 * The ledger of a person's say over HTTP, newest first.
 */
@RestController
@Tag(name = "Ledger", description = "Scope profiles.")
class LedgerApi {

	private final ProfileLookup references;

	private final Ledger ledger;

	LedgerApi(ProfileLookup references, Ledger ledger) {
		this.references = references;
		this.ledger = ledger;
	}

	@GetMapping(path = "/api/v1/profiles/{id}/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listLedger", summary = "Every change of what somebody said")
	ApiCursor.Page<Entry> list(@PathVariable String id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		List<LedgerEntry> entries = this.ledger.list(this.references.find(id).id(),
				ApiCursor.position(cursor, Long::valueOf), ApiCursor.limit(limit) + 1);
		return ApiCursor.page(entries, limit, (entry) -> Long.toString(entry.seq()), Entry::of);
	}

	/** An entry as the API gives it. */
	@Schema(name = "LedgerEntry")
	@JsonInclude(JsonInclude.Include.ALWAYS)
	record Entry(UUID id, Instant at, Instant saidAt, String purpose, @Nullable String before, String after,
			String origin, String actor, @Nullable String reason, @Nullable String source,
			Map<String, Object> evidence) {

		static Entry of(LedgerEntry entry) {
			return new Entry(entry.id(), entry.at(), entry.saidAt(), entry.purpose(), entry.before(), entry.after(),
					entry.origin().key(), entry.actor().name(), entry.reason(), entry.source(),
					entry.evidence().facts());
		}

	}

}
