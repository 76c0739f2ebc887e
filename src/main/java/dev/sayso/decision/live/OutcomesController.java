package dev.sayso.decision.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.decision.outcome.Outcomes;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.page.ConsolePage;

/**
 * What came of a decision, as files.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class OutcomesController {

	private final Decisions decisions;

	private final OutcomeViews outcomes;

	private final Outcomes counted;

	private final DecisionMessages messages;

	OutcomesController(Decisions decisions, OutcomeViews outcomes, Outcomes counted, DecisionMessages messages) {
		this.decisions = decisions;
		this.outcomes = outcomes;
		this.counted = counted;
		this.messages = messages;
	}

	/**
	 * The tables to take away.
	 * @param by {@code day} for the table of days, else that of offers
	 * @param kind {@code plain} for programs, else for spreadsheets
	 */
	@GetMapping("/outcomes.csv")
	void file(@PathVariable String id, @RequestParam(defaultValue = "") String days,
			@RequestParam(defaultValue = "offer") String by, @RequestParam(defaultValue = "spreadsheet") String kind,
			HttpServletResponse response) throws IOException {
		Decision decision = this.decisions.get(id);
		OutcomesView view = this.outcomes.view(decision, LiveQuery.span(days).orElse(30), "", true);
		try (CsvSheet sheet = CsvSheet.answer(response,
				decision.slug() + "-" + (by.equals("day") ? "days-" : "offers-") + this.counted.today() + ".csv",
				kind.equals("plain"))) {
			if (by.equals("day")) {
				days(view, sheet);
			}
			else {
				offers(view, sheet);
			}
		}
	}

	private void days(OutcomesView view, CsvSheet sheet) {
		sheet.row(header("day", "decisions", "displays", "clicks", "fallbacks", "displayed.csv", "clicked.csv"));
		view.days().forEach((day) -> sheet.row(row(List.of(day.day()), day.sum(), day.fallbacks())));
	}

	private void offers(OutcomesView view, CsvSheet sheet) {
		sheet.row(
				header("placement", "offer", "why", "decisions", "displays", "clicks", "displayed.csv", "clicked.csv"));
		view.scopes()
			.forEach((scope) -> scope.rows()
				.forEach((one) -> sheet.row(row(List.of(scope.name(), one.name(), one.why()), one.sum()))));
	}

	private static List<Object> row(List<Object> first, OutcomesView.Sum sum, Object... more) {
		List<Object> row = new ArrayList<>(first);
		row.addAll(List.of(sum.decisions(), sum.displays(), sum.clicks()));
		row.addAll(List.of(more));
		Stream.of(sum.displayed(), sum.clicked()).forEach((rate) -> row.add((rate < 0) ? "" : rate));
		return row;
	}

	private List<String> header(String... columns) {
		return Stream.of(columns).map((column) -> this.messages.word("decision.outcomes." + column)).toList();
	}

}
