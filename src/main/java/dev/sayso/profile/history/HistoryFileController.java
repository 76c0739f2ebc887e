package dev.sayso.profile.history;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerSubject;
import dev.sayso.person.DetailsHistory;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.CsvSheet;

/**
 * A person's history as a file, exactly what the tab shows under the same filters: in the
 * reader's words with the codes behind them, or with {@code kind=plain} for programs, in
 * codes alone. Evidence is JSON.
 */
@Controller
class HistoryFileController {

	private static final List<String> COLUMNS = List.of("recorded", "said", "purpose", "before", "after", "origin",
			"by", "source", "reason", "evidence", "ledger");

	/** The columns of which people read words; their codes come last. */
	private static final List<String> CODED = List.of("purpose", "before", "after", "origin");

	private final Profiles profiles;

	private final ProfileHistory history;

	private final SayMessages messages;

	private final HistoryRowViews views;

	private final PeopleFileLog log;

	private final JsonMapper json;

	private final Clock clock;

	HistoryFileController(Profiles profiles, ProfileHistory history, SayMessages messages, HistoryRowViews views,
			PeopleFileLog log, JsonMapper json, Clock clock) {
		this.log = log;
		this.json = json;
		this.views = views;
		this.clock = clock;
		this.profiles = profiles;
		this.history = history;
		this.messages = messages;
	}

	@GetMapping("/profiles/{id}/history.csv")
	void write(@PathVariable String id, @RequestParam Map<String, String> parameters, Actor actor,
			HttpServletResponse response) throws IOException {
		Profile profile = this.profiles.get(id);
		this.log.take(actor, "history", new AuditSubject(PeopleFileLog.PERSON, profile.id().toString(), ""),
				() -> write(profile, parameters, response));
	}

	private long write(Profile profile, Map<String, String> parameters, HttpServletResponse response)
			throws IOException {
		boolean plain = parameters.getOrDefault("kind", "").equals("plain");
		try (CsvSheet sheet = CsvSheet.answer(response, filename(profile.name()), plain)) {
			Stream<String> columns = COLUMNS.stream().map((column) -> this.messages.text("csv." + column));
			Stream<String> codes = CODED.stream()
				.map((column) -> this.messages.text("csv.code", this.messages.text("csv." + column)));
			sheet.row(Stream.concat(columns, plain ? Stream.of() : codes).toList());
			this.history.each(profile.id(), HistoryQuery.of(parameters), (event) -> {
				LedgerEntry said = event.said();
				List<Cells> rows = (said != null) ? List.of(said(said))
						: edited(Objects.requireNonNull(event.edited()));
				rows.forEach((row) -> sheet.row(plain ? row.plain() : row.worded()));
			});
			return sheet.rows() - 1;
		}
	}

	/** Such as {@code history-Camille-Lefèvre-2026-11-30.csv}, in any script. */
	private String filename(String name) {
		String plain = name.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
		String day = LocalDate.ofInstant(this.clock.instant(), this.messages.times().zone()).toString();
		return "history-" + plain.substring(0, Math.min(80, plain.length())) + "-" + day + ".csv";
	}

	/**
	 * A row.
	 *
	 * @param codes as in {@link #CODED}
	 * @param words the same in the reader's language
	 * @param after what stands behind them
	 */
	private record Cells(List<Object> before, List<String> codes, List<String> words, List<Object> after) {

		List<Object> plain() {
			return Stream.of(this.before, this.codes, this.after).<Object>flatMap(List::stream).toList();
		}

		List<Object> worded() {
			return Stream.of(this.before, this.words, this.after, this.codes).<Object>flatMap(List::stream).toList();
		}

	}

	private Cells said(LedgerEntry entry) {
		Optional<LedgerSubject> subject = this.views.subject(entry);
		String purpose = subject.map((about) -> about.name(entry.purpose()))
			.orElseGet(() -> this.messages.text("purpose." + entry.purpose()));
		return new Cells(List.of(entry.at(), entry.saidAt()),
				List.of(entry.purpose(), text(entry.before()), entry.after(), entry.origin().key()),
				List.of(purpose, word(subject, entry.before()), word(subject, entry.after()), origin(entry.origin())),
				List.of(entry.actor().name(), text(entry.source()), text(entry.reason()),
						entry.evidence().isEmpty() ? "" : this.json.writeValueAsString(entry.evidence().facts()),
						entry.id()));
	}

	private String word(Optional<LedgerSubject> subject, @Nullable String state) {
		return this.messages.text(subject.map((about) -> about.view(state).text())
			.orElse((state != null) ? "choice." + state : "choice.short.u"));
	}

	private List<Cells> edited(DetailsHistory.Change change) {
		return change.changes()
			.stream()
			.map((field) -> new Cells(List.of(change.at(), change.at()),
					List.of(field.field(), text(field.before()), text(field.after()), change.origin().key()),
					List.of(this.views.name(field.field()), text(field.before()), text(field.after()),
							origin(change.origin())),
					List.of(change.actor(), text(change.source()), "", "", "")))
			.toList();
	}

	private String origin(Origin origin) {
		return this.messages.text("origin." + origin.key());
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
