package dev.sayso.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.SearchWords;
import dev.sayso.shared.TimeFormat;

/**
 * The activity as a file, all that the page shows under the same filters with a row for
 * each field: for spreadsheets, or with {@code kind=plain} for programs.
 */
@Controller
class AuditFileController {

	private static final List<String> COLUMNS = List.of("at", "by", "kind", "type", "type.key", "name", "id", "action",
			"action.key", "field", "field.key", "before", "after");

	private final AuditLog log;

	private final AuditMessages messages;

	private final MessageSourceAccessor texts;

	private final TimeFormat times;

	AuditFileController(AuditLog log, AuditMessages messages, MessageSourceAccessor texts, TimeFormat times) {
		this.log = log;
		this.messages = messages;
		this.texts = texts;
		this.times = times;
	}

	/** What the filter has wrong, the page tells at its field. */
	@GetMapping("/activity.csv")
	@Nullable String write(@RequestParam Map<String, String> parameters, RedirectAttributes redirect,
			HttpServletResponse response) throws IOException {
		AuditQuery query = AuditQuery.of(parameters, this.times.zone());
		if (!query.faults().isEmpty()) {
			redirect.addAllAttributes(parameters);
			return "redirect:/activity";
		}
		SearchWords words = query.words();
		boolean plain = parameters.getOrDefault("kind", "").equals("plain");
		try (CsvSheet sheet = CsvSheet.answer(response, "activity.csv", plain)) {
			sheet.row(COLUMNS.stream().map((column) -> this.texts.getMessage("audit.csv." + column)).toList());
			this.log.each(query, (entry) -> {
				if (this.messages.has(entry, words)) {
					write(this.messages.row(entry), sheet);
				}
			});
		}
		return null;
	}

	private static void write(AuditMessages.Row row, CsvSheet sheet) {
		if (row.changes().isEmpty()) {
			sheet.row(cells(row, null, null, null, null));
		}
		for (int at = 0; at < row.changes().size(); at++) {
			FieldChange change = row.changes().get(at);
			sheet.row(
					cells(row, change.field(), row.entry().changes().get(at).field(), change.before(), change.after()));
		}
	}

	private static List<@Nullable Object> cells(AuditMessages.Row row, @Nullable String... change) {
		AuditEntry entry = row.entry();
		List<@Nullable Object> cells = new ArrayList<>();
		Collections.addAll(cells, entry.at(), row.actor(), entry.actor().kind().name().toLowerCase(Locale.ROOT),
				row.type(), entry.subject().type(), row.name(), entry.subject().id(), row.action(), entry.action());
		cells.addAll(Arrays.asList(change));
		return cells;
	}

}
