package dev.sayso.profile.history;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.audit.FieldChange;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.DetailsHistory;
import dev.sayso.person.Profiles;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.ProfileId;

/**
 * A person's history as a file, exactly what the tab shows under the same filters: for
 * spreadsheets, or with {@code kind=plain} for programs. Evidence is JSON.
 */
@Controller
class HistoryFileController {

	private static final List<String> COLUMNS = List.of("recorded", "said", "purpose", "before", "after", "origin",
			"by", "source", "reason", "evidence", "ledger");

	private final Profiles profiles;

	private final ProfileHistory history;

	private final SayMessages messages;

	private final JsonMapper json;

	HistoryFileController(Profiles profiles, ProfileHistory history, SayMessages messages, JsonMapper json) {
		this.json = json;
		this.profiles = profiles;
		this.history = history;
		this.messages = messages;
	}

	@GetMapping("/profiles/{id}/history.csv")
	void write(@PathVariable String id, @RequestParam Map<String, String> parameters, HttpServletResponse response)
			throws IOException {
		ProfileId profile = this.profiles.get(id).id();
		boolean plain = parameters.getOrDefault("kind", "").equals("plain");
		try (CsvSheet sheet = CsvSheet.answer(response, "history-" + profile + ".csv", plain)) {
			sheet.row(COLUMNS.stream().map((column) -> this.messages.text("csv." + column)).toList());
			this.history.each(profile, HistoryQuery.of(parameters), (event) -> {
				LedgerEntry said = event.said();
				if (said != null) {
					sheet.row(said(said));
				}
				else {
					edited(Objects.requireNonNull(event.edited()), sheet);
				}
			});
		}
	}

	private List<Object> said(LedgerEntry entry) {
		return List.of(entry.at(), entry.saidAt(), entry.purpose(), text(entry.before()), entry.after(),
				entry.origin().key(), entry.actor().name(), text(entry.source()), text(entry.reason()),
				entry.evidence().isEmpty() ? "" : this.json.writeValueAsString(entry.evidence().facts()), entry.id());
	}

	private static void edited(DetailsHistory.Change change, CsvSheet sheet) {
		for (FieldChange field : change.changes()) {
			sheet.row(List.of(change.at(), change.at(), field.field(), text(field.before()), text(field.after()),
					change.origin().key(), change.actor(), text(change.source()), "", "", ""));
		}
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
