package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		PageQuery query = PageQuery.of(parameters);
		List<PageRowView> all = rows();
		model.addAttribute("query", query);
		model.addAttribute("total", all.size());
		model.addAttribute("rows", all.stream().filter(query::lets).sorted(query.order()).toList());
		model.addAttribute("kinds", PageKind.values());
		model.addAttribute("statuses", PageStatus.values());
		return "landing/editor/list";
	}

	@GetMapping("/new")
	String draft(@RequestParam Map<String, String> chosen, Model model) {
		model.addAttribute("form", this.creation.blank(chosen));
		model.addAttribute("templates", PageTemplate.values());
		return "landing/editor/new";
	}

	@PostMapping
	ModelAndView create(@RequestParam Map<String, String> typed, Actor actor, RedirectAttributes redirect) {
		PageForm form = this.creation.check(typed);
		if (form.isValid()) {
			try {
				LandingPage page = this.creation.begin(form, actor);
				Flash.done(redirect, "landing.created", page.name());
				return new ModelAndView("redirect:/landing-pages/" + page.id());
			}
			catch (DuplicateKeyException ex) {
				form = form.with("slug", "landing.fault.slug.taken");
			}
		}
		return new ModelAndView("landing/editor/new", Map.of("form", form, "templates", PageTemplate.values()),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private List<PageRowView> rows() {
		Map<UUID, Long> sent = this.counts.since(this.clock.instant().minus(Duration.ofDays(30)));
		return this.pages.all()
			.stream()
			.map((page) -> new PageRowView(page, page.status(this.clock.instant()), sent.getOrDefault(page.id(), 0L),
					this.heads.link(page)))
			.toList();
	}

}
