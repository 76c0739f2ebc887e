package dev.sayso.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.shared.Attention;
import dev.sayso.shared.LivePageSource;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;

/**
 * The first page of the console: who opted out, coverage, and what needs attention.
 */
@ConsolePage
class DashboardController {

	private static final List<Integer> SPANS = List.of(7, 30, 90);

	private final OptOutCounts optOuts;

	private final ConsentSettings settings;

	private final ConsentCoverage coverage;

	private final List<Attention> attention;

	private final List<LivePageSource> pages;

	private final TimeFormat times;

	private final Clock clock;

	DashboardController(OptOutCounts optOuts, ConsentSettings settings, ConsentCoverage coverage,
			List<Attention> attention, List<LivePageSource> pages, TimeFormat times, Clock clock) {
		this.optOuts = optOuts;
		this.settings = settings;
		this.coverage = coverage;
		this.attention = attention;
		this.pages = pages;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping("/")
	String show(@RequestParam(defaultValue = "") String days, Model model) {
		int span = SPANS.stream().filter((known) -> known.toString().equals(days)).findFirst().orElse(30);
		LocalDate today = this.clock.instant().atZone(this.times.zone()).toLocalDate();
		model.addAttribute("view", DashboardView.of(span, today, this.settings.channelsInUse(),
				this.optOuts.since(today.minusDays(span - 1L), this.times.zone())));
		model.addAttribute("spans", SPANS);
		model.addAttribute("coverage", this.coverage.now());
		model.addAttribute("attention", this.attention.stream().flatMap((source) -> source.items().stream()).toList());
		model.addAttribute("pages", this.pages.stream().flatMap((source) -> source.live().stream()).toList());
		return "home/dashboard";
	}

}
