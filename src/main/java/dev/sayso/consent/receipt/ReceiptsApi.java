package dev.sayso.consent.receipt;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.api.ApiCursor;

/**
 * A person's receipts over HTTP, newest first.
 */
@RestController
@Tag(name = "Receipts", description = "Scope profiles.")
class ReceiptsApi {

	private static final TypeReference<Map<String, Object>> RECORD = new TypeReference<>() {
	};

	private final ProfileLookup references;

	private final Receipts receipts;

	private final JsonMapper json;

	ReceiptsApi(ProfileLookup references, Receipts receipts, JsonMapper json) {
		this.references = references;
		this.receipts = receipts;
		this.json = json;
	}

	@GetMapping(path = "/api/v1/profiles/{id}/receipts", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listReceipts", summary = "A signed receipt of each change of what somebody said")
	ApiCursor.Page<Item> list(@PathVariable String id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		Profile profile = this.references.find(id);
		List<LedgerEntry> heads = this.receipts.heads(profile.id(), ApiCursor.position(cursor, Long::valueOf),
				ApiCursor.limit(limit) + 1);
		return ApiCursor.page(heads, limit, (head) -> Long.toString(head.seq()),
				(head) -> item(this.receipts.write(profile, head)));
	}

	private Item item(Receipt receipt) {
		return new Item(receipt.id(), receipt.record().created(), receipt.signed().kid(),
				this.json.readValue(receipt.signed().payload(), RECORD), receipt.signed().compact());
	}

	/** A receipt as the API gives it. */
	@Schema(name = "Receipt")
	record Item(UUID id, String at, String kid,
			@Schema(description = "The consent record as JSON-LD.") Map<String, Object> record,
			@Schema(description = "The same, signed: a compact JWS.") String jws) {

	}

}
