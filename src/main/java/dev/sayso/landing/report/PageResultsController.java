package dev.sayso.landing.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.editor.PageHeadViews;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.LineChart;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.page.ConsolePage;

/**
 * Shows what came of a page.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}")
class PageResultsController {

	private static final List<Integer> SPANS = List.of(7, 30, 90);

	private final LandingPages pages;

	private final PageHeadViews heads;

	private final PageResults results;

	private final ChangeLabels labels;

	private final MessageSourceAccessor messages;

	PageResultsController(LandingPages pages, PageHeadViews heads, PageResults results, ChangeLabels labels,
			MessageSourceAccessor messages) {
		this.pages = pages;
		this.heads = heads;
		this.results = results;
		this.labels = labels;
		this.messages = messages;
	}

	@GetMapping("/results")
	String show(@PathVariable String id, @RequestParam(defaultValue = "") String days, Model model) {
		LandingPage page = this.pages.get(id);
		model.addAttribute("head", this.heads.view(page));
		model.addAttribute("view", view(page, span(days)));
		model.addAttribute("spans", SPANS);
		return "landing/report/results";
	}

	/**
	 * The numbers to take away.
	 * @param of {@code changes} for each kind of change, else views and submissions; both
	 * by day, version and language
	 * @param kind {@code plain} for programs, else for spreadsheets
	 */
	@GetMapping("/results.csv")
	void file(@PathVariable String id, @RequestParam(defaultValue = "") String days,
			@RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "spreadsheet") String kind,
			HttpServletResponse response) throws IOException {
		LandingPage page = this.pages.get(id);
		PageResults.Counted counted = this.results.count(page, span(days));
		boolean changes = of.equals("changes");
		try (CsvSheet sheet = CsvSheet.answer(response,
				page.slug() + (changes ? "-changes-" : "-results-") + counted.last() + ".csv", kind.equals("plain"))) {
			if (changes) {
				sheet.row(header("day", "version", "language", "about", "choice", "changes"));
				counted.changes()
					.forEach((change) -> sheet.row(List.of(change.cell().day(), change.cell().version(),
							change.cell().language(), change.purpose(), change.choice(), change.count())));
			}
			else {
				sheet.row(header("day", "version", "language", "views", "submissions", "changes"));
				counted.cells()
					.forEach((cell, sum) -> sheet.row(List.of(cell.day(), cell.version(), cell.language(), sum.views(),
							sum.submissions(), sum.changes())));
			}
		}
	}

	private List<String> header(String... columns) {
		return Stream.of(columns).map((column) -> this.messages.getMessage("landing.results." + column)).toList();
	}

	private PageResultsView view(LandingPage page, int span) {
		PageResults.Counted counted = this.results.count(page, span);
		Locale locale = LocaleContextHolder.getLocale();
		Map<?, PageResults.Sum> sums = counted.days();
		LineChart chart = LineChart.draw(
				List.of(series("landing.results.views", sums, PageResults.Sum::views),
						series("landing.results.submissions", sums, PageResults.Sum::submissions)),
				counted.first(), span, (day) -> LocalizedDate.brief(day, locale));
		return new PageResultsView(span, counted.all(), chart,
				counted.days()
					.entrySet()
					.stream()
					.map((day) -> new PageResultsView.Day(day.getKey(), day.getValue()))
					.toList(),
				counted.versions()
					.entrySet()
					.stream()
					.map((version) -> new PageResultsView.Version(version.getKey().version(),
							Locale.forLanguageTag(version.getKey().language()).getDisplayLanguage(locale),
							version.getValue()))
					.toList(),
				changes(counted.changes()));
	}

	private static LineChart.Series series(String label, Map<?, PageResults.Sum> days,
			ToLongFunction<PageResults.Sum> value) {
		return new LineChart.Series(label, days.values().stream().mapToLong(value).toArray());
	}

	/** The most frequent first. */
	private List<PageResultsView.Change> changes(List<PageResults.Change> changes) {
		record Kind(String purpose, String choice) {
		}
		return changes.stream()
			.collect(Collectors.groupingBy((change) -> new Kind(change.purpose(), change.choice()),
					Collectors.summingLong(PageResults.Change::count)))
			.entrySet()
			.stream()
			.map((kind) -> new PageResultsView.Change(this.labels.name(kind.getKey().purpose()),
					this.labels.choice(kind.getKey().purpose(), kind.getKey().choice()), kind.getValue()))
			.sorted((one, other) -> Long.compare(other.count(), one.count()))
			.toList();
	}

	private static int span(String days) {
		return SPANS.stream().filter((span) -> days.equals(span.toString())).findFirst().orElse(30);
	}

}
