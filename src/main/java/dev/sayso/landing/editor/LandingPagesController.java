package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageStatus;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

/**
 * The pages: listed, and begun.
 */
@ConsolePage
@RequestMapping("/landing-pages")
class LandingPagesController {

	private final LandingPages pages;

	private final SubmissionCounts counts;

	private final PageHeadViews heads;

	private final PageCreation creation;

	private final Clock clock;

	LandingPagesController(LandingPages pages, SubmissionCounts counts, PageHeadViews heads, PageCreation creation,
			Clock clock) {
		this.pages = pages;
		this.counts = counts;
		this.heads = heads;
		this.creation = creation;
		this.clock = clock;
	}

	/**
	 * A page in the list.
	 *
	 * @param submissions forms sent in the last thirty days
	 * @param link the public link; null where there is none to hand out
	 */
	record Row(LandingPage page, Instant now, long submissions, @Nullable String link) {

		public PageStatus status() {
			return this.page.status(this.now);
		}

		public PageHeadView head() {
			return new PageHeadView(this.page, this.now, 0, 0, this.submissions, this.link);
		}

	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		ListQuery query = new ListQuery("/landing-pages",
				List.of(ListFilter.of("kind", "landing.kind", "landing.kind.", keys(PageKind.values(), PageKind::key)),
						ListFilter.of("status", "status", "landing.state.",
								keys(PageStatus.values(), PageStatus::key))),
				List.of("name", "changed", "submissions"), parameters);
		List<Row> all = rows();
		List<Row> matching = all.stream().filter((row) -> matches(row, query)).sorted(order(query.sort())).toList();
		model.addAttribute("list", query.page(matching, all.size()));
		return "landing/editor/list";
	}

	private static <T> String[] keys(T[] values, Function<T, String> key) {
		return Stream.of(values).map(key).toArray(String[]::new);
	}

	private static boolean matches(Row row, ListQuery query) {
		return query.lets("kind", row.page().kind().key()) && query.lets("status", row.status().key())
				&& query.finds(row.page());
	}

	private static Comparator<Row> order(String sort) {
		Comparator<Row> byName = Comparator.comparing((row) -> row.page().name(), String.CASE_INSENSITIVE_ORDER);
		return switch (sort) {
			case "changed" ->
				Comparator.comparing((Row row) -> row.page().updatedAt()).reversed().thenComparing(byName);
			case "submissions" -> Comparator.comparingLong(Row::submissions).reversed().thenComparing(byName);
			default -> byName;
		};
	}

	@GetMapping("/new")
	String draft(@RequestParam(defaultValue = "") String template, @RequestParam(defaultValue = "") String copy,
			Model model) {
		model.addAttribute("form", this.creation.blank(template, copy));
		model.addAttribute("templates", PageTemplate.values());
		return "landing/editor/new";
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid NewPageForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		form.check(this.creation.original(form.copy()).orElse(null), errors);
		if (!errors.hasErrors()) {
			try {
				LandingPage page = this.creation.begin(form, actor);
				Flash.done(redirect, "landing.created", page.name());
				return new ModelAndView("redirect:/landing-pages/" + page.id());
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "landing.fault.slug.taken");
			}
		}
		return new ModelAndView("landing/editor/new", Map.of("form", form, "templates", PageTemplate.values()),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private List<Row> rows() {
		Instant now = this.clock.instant();
		Map<UUID, Long> sent = this.counts.since(now.minus(Duration.ofDays(30)));
		return this.pages.all()
			.stream()
			.map((page) -> new Row(page, now, sent.getOrDefault(page.id(), 0L), this.heads.link(page)))
			.toList();
	}

}
